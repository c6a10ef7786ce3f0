"""Each kind of page speaks of types and properties that there are, and leaves none empty."""

from datetime import date

import pytest

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing import editing
from clinic_site.publishing.models import Reference
from faq.models import Question
from tests.conftest import structured_data
from tests.schema_org import missing_recommended, mistakes_in

TYPES = {
    "/": {"WebSite", "MedicalClinic"},
    "/articles/": {"BreadcrumbList"},
    "/articles/topic/basics/": {"BreadcrumbList"},
    "/articles/live/": {"MedicalWebPage", "BreadcrumbList"},
    "/faq/": {"FAQPage", "BreadcrumbList"},
    "/faq/topic/basics/": {"BreadcrumbList"},
    "/faq/live/": {"MedicalWebPage", "BreadcrumbList"},
    "/live/": {"WebPage", "BreadcrumbList"},
    "/live/changes/": set(),
}
OF_A_NAMED_CLINIC = {"MedicalClinic"}


@pytest.fixture
def items(make_in_each_state, make_user):
    """Live pages, signed off, and others that would show if they leaked."""
    Reference.objects.create(key="A1", title="A trial", year=2020, doi="10.1/a")
    live = [make_in_each_state(model, body="Words [@A1].")["live"] for model in MODELS]
    for number, item in enumerate(live):
        editing.sign_off(
            item,
            digest=item.words_digest,
            reviewer=make_user(f"kim{number}", first_name="Kim", last_name="Example"),
            credentials="Physiotherapist",
            signed_on=date(2026, 2, 1),
            due_on=date(2027, 2, 1),
        )
    return live


MODELS = (Article, Question, Page)


@pytest.mark.parametrize(("url", "types"), TYPES.items())
def test_page_of_a_known_clinic_tells_all_that_is_recommended(client, items, url, types):
    ClinicProfile.objects.create(
        name="North Clinic",
        telephone="020 7946 0000",
        address="1 High Street\nNewtown",
        booking_url="https://book.example.org/",
    )
    found = structured_data(client.get(url))
    assert set(found) == types
    assert [mistake for data in found.values() for mistake in mistakes_in(data)] == []
    assert {kind: missing_recommended(data) for kind, data in found.items()} == {
        kind: set() for kind in types
    }


@pytest.mark.parametrize(("url", "types"), TYPES.items())
def test_page_of_a_clinic_with_placeholders_tells_none_of_them(client, items, url, types):
    found = structured_data(client.get(url))
    assert set(found) == types - OF_A_NAMED_CLINIC
    assert [mistake for data in found.values() for mistake in mistakes_in(data)] == []


@pytest.mark.parametrize("url", TYPES)
def test_page_tells_of_nothing_that_is_not_public(client, items, url):
    said = str(structured_data(client.get(url)))
    assert [word for word in ("draft", "planned", "withdrawn") if word in said] == []


@pytest.mark.parametrize("url", ["/articles/live/", "/faq/live/", "/live/"])
def test_signed_page_tells_its_review(client, items, url):
    data = structured_data(client.get(url))
    [page] = [data[kind] for kind in data if kind.endswith("WebPage") or kind == "WebPage"]
    assert (page["lastReviewed"], page["reviewedBy"]["name"]) == ("2026-02-01", "Kim Example")


def test_mistakes_are_found():
    wrong = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": "[Name of the clinic]",
        "slogan": "We needle",
        "publisher": {"@type": "Organization", "name": ""},
    }
    assert mistakes_in(wrong) == [
        "WebSite lacks url",
        "WebSite has slogan",
        "WebSite.name is a placeholder",
        "Organization.name is empty",
    ]
