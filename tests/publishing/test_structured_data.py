"""What search engines are told is true, and a review only while it holds."""

from datetime import date

import pytest

from articles.models import Article
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing import editing
from clinic_site.publishing.structured_data import (
    breadcrumb_list,
    clinic_data,
    faq_page,
    web_page,
)
from faq.models import Question


@pytest.fixture
def request_at_home(rf):
    return rf.get("/", HTTP_HOST="localhost")


def test_page_states_its_dates_and_publisher(make_live, request_at_home):
    item = make_live(Article, "knots", title="Knots")
    assert web_page(request_at_home, item, ClinicProfile(name="North Clinic"), None) == {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": "Knots",
        "description": "What this page says.",
        "url": "http://localhost/articles/knots/",
        "inLanguage": "en",
        "datePublished": "2026-01-05T08:00:00+00:00",
        "dateModified": "2026-01-05T08:00:00+00:00",
        "publisher": {
            "@context": "https://schema.org",
            "@type": "MedicalClinic",
            "url": "http://localhost/",
            "name": "North Clinic",
        },
    }


def test_review_is_stated_only_with_a_sign_off(make_live, make_user, request_at_home):
    item = make_live(Article, "knots")
    sign_off = editing.sign_off(
        item,
        digest=item.words_digest,
        reviewer=make_user("kim", first_name="Kim", last_name="Example"),
        credentials="Physiotherapist",
        signed_on=date(2026, 2, 1),
        due_on=date(2027, 2, 1),
    )
    signed = web_page(request_at_home, item, ClinicProfile(), sign_off)
    assert (signed["lastReviewed"], signed["reviewedBy"]) == (
        "2026-02-01",
        {"@type": "Person", "name": "Kim Example"},
    )
    unsigned = web_page(request_at_home, item, ClinicProfile(), None)
    assert {"lastReviewed", "reviewedBy"} & set(unsigned) == set()


def test_placeholders_of_the_clinic_are_left_out(request_at_home):
    assert clinic_data(request_at_home, ClinicProfile()) == {
        "@context": "https://schema.org",
        "@type": "MedicalClinic",
        "url": "http://localhost/",
    }


def test_breadcrumbs_start_at_home(request_at_home):
    data = breadcrumb_list(request_at_home, [("Questions", "/faq/")])
    assert [
        (entry["position"], entry["name"], entry["item"]) for entry in data["itemListElement"]
    ] == [
        (1, "Home", "http://localhost/"),
        (2, "Questions", "http://localhost/faq/"),
    ]


def test_questions_are_answered_by_their_short_answers():
    data = faq_page([Question(title="Is it painful?", short_answer="A little.")])
    assert data["mainEntity"] == [
        {
            "@type": "Question",
            "name": "Is it painful?",
            "acceptedAnswer": {"@type": "Answer", "text": "A little."},
        }
    ]
