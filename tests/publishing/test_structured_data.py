"""What search engines are told is true, and a review only while it holds."""

from datetime import date

import pytest

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing import editing
from clinic_site.publishing.cards.keeping import card_of
from clinic_site.publishing.models import Reference
from clinic_site.publishing.structured_data import (
    breadcrumb_list,
    clinic_data,
    faq_page,
    web_page,
    web_site,
)
from faq.models import Question

CLINIC = ClinicProfile(name="North Clinic", address="1 High Street")


@pytest.fixture
def request_at_home(rf):
    return rf.get("/", HTTP_HOST="localhost")


def test_page_states_its_dates_and_publisher(make_live, request_at_home):
    item = make_live(Article, "knots", title="Knots")
    sources = [Reference(title="A trial", year=2020, doi="10.1/a"), Reference(title="A book")]
    assert web_page(request_at_home, item, CLINIC, None, sources) == {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": "Knots",
        "description": "What this page says.",
        "url": "http://localhost/articles/knots/",
        "image": f"http://localhost{card_of(item, CLINIC).url}",
        "inLanguage": "en",
        "datePublished": "2026-01-05T08:00:00+00:00",
        "dateModified": "2026-01-05T08:00:00+00:00",
        "author": {"@type": "Organization", "name": "The team of this website"},
        "publisher": {
            "@type": "MedicalClinic",
            "@id": "http://localhost/#clinic",
            "name": "North Clinic",
            "url": "http://localhost/",
        },
        "isPartOf": {
            "@type": "WebSite",
            "@id": "http://localhost/#website",
            "name": "North Clinic",
            "url": "http://localhost/",
        },
        "about": {"@type": "MedicalTherapy", "name": "Dry needling"},
        "audience": {"@type": "Patient"},
        "citation": [
            {
                "@type": "CreativeWork",
                "name": "A trial",
                "url": "https://doi.org/10.1/a",
                "datePublished": "2020",
            },
            {"@type": "CreativeWork", "name": "A book"},
        ],
    }


def test_plain_page_claims_to_be_about_nothing_medical(make_live, request_at_home):
    data = web_page(request_at_home, make_live(Page, "privacy"), CLINIC, None)
    assert data["@type"] == "WebPage"
    assert {"about", "audience"} & set(data) == set()


def test_question_states_its_short_answer(make_live, request_at_home):
    item = make_live(Question, "sore", title="Will I be sore?")
    data = web_page(request_at_home, item, CLINIC, None)
    assert data["mainEntity"] == {
        "@type": "Question",
        "name": "Will I be sore?",
        "acceptedAnswer": {"@type": "Answer", "text": "It can ache for a moment."},
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
        {"@type": "Person", "name": "Kim Example", "description": "Physiotherapist"},
    )
    unsigned = web_page(request_at_home, item, ClinicProfile(), None)
    assert {"lastReviewed", "reviewedBy"} & set(unsigned) == set()


def test_clinic_that_has_given_nothing_is_told_of_nowhere(make_live, request_at_home):
    nameless = ClinicProfile()
    assert clinic_data(request_at_home, nameless) == {}
    assert "publisher" not in web_page(request_at_home, make_live(Article, "a"), nameless, None)
    assert web_site(request_at_home, nameless) == {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": "http://localhost/#website",
        "name": "Dry needling explained",
        "url": "http://localhost/",
        "inLanguage": "en",
    }


def test_details_that_the_clinic_has_not_given_are_left_out(request_at_home):
    data = clinic_data(request_at_home, CLINIC)
    assert data["address"] == "1 High Street"
    assert {"telephone", "potentialAction"} & set(data) == set()


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


def test_no_questions_are_no_page_of_questions(client, topics):
    assert not faq_page([])
    assert b"FAQPage" not in client.get("/faq/").content
