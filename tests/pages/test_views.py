"""Home and what is shown when a page is missing or fails."""

import re

import pytest
from django.db import DatabaseError
from django.test import Client

from articles.models import Article
from clinic_site.pages.body_map import AREAS, body_areas
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing.cards.keeping import card_of
from faq.models import Question
from tests.conftest import structured_data


@pytest.mark.django_db
def test_home_tells_search_engines_who_the_clinic_is(client):
    clinic = ClinicProfile.objects.create(
        name="North Clinic",
        telephone="020 7946 0000",
        address="1 High Street\r\nNewtown",
        booking_url="https://book.example.org/",
    )
    data = structured_data(client.get("/"))
    assert data["MedicalClinic"] == {
        "@context": "https://schema.org",
        "@type": "MedicalClinic",
        "@id": "http://testserver/#clinic",
        "name": "North Clinic",
        "url": "http://testserver/",
        "address": "1 High Street, Newtown",
        "telephone": "020 7946 0000",
        "image": f"http://testserver{card_of(None, clinic).url}",
        "availableService": {"@type": "MedicalTherapy", "name": "Dry needling"},
        "potentialAction": {"@type": "ReserveAction", "target": "https://book.example.org/"},
    }
    assert data["WebSite"] == {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": "http://testserver/#website",
        "name": "North Clinic",
        "url": "http://testserver/",
        "alternateName": "Dry needling explained",
        "inLanguage": "en",
        "publisher": {
            "@type": "MedicalClinic",
            "@id": "http://testserver/#clinic",
            "name": "North Clinic",
            "url": "http://testserver/",
        },
    }


@pytest.mark.parametrize("field", ["name", "address"])
@pytest.mark.django_db
def test_clinic_is_not_told_while_its_name_or_address_is_missing(client, field):
    given = {"name": "North Clinic", "address": "1 High Street"}
    del given[field]
    ClinicProfile.objects.create(**given)
    assert set(structured_data(client.get("/"))) == {"WebSite"}


def test_home_asks_one_question_of_each_position_first(client, make_live):
    for slug, position in (("late", 30), ("first", 10), ("second", 20)):
        make_live(Question, slug, title=f"Is it {slug}?", position=position)
    shown = [question.slug for question in client.get("/").context["questions"]]
    assert shown == ["first", "second", "late"]


def test_body_map_leads_to_the_page_of_each_area(client, make_live):
    slugs = [address.removeprefix("articles:") for _, _, address in AREAS]
    for slug in slugs:
        make_live(Article, slug)
    map_and_list = client.get("/").content.decode().partition("The whole picture")[0]
    assert [map_and_list.count(f'href="/articles/{slug}/"') for slug in slugs] == [2] * len(AREAS)


@pytest.mark.django_db
def test_area_without_a_public_page_leads_to_all_explainers():
    assert {area.url for area in body_areas()} == {"/articles/"}


def test_pages_about_parts_of_the_body_lead_to_each_other(client, make_live, make_draft):
    for slug in ("neck-pain", "knee-pain"):
        make_live(Article, slug)
    make_draft(Article, "heel-pain")
    make_live(Article, "elsewhere")
    page = client.get("/articles/neck-pain/").content.decode()
    others = page.partition("Other parts of the body")[2].partition("</nav>")[0]
    assert re.findall(r'href="([^"]+)">(\w+)', others) == [("/articles/knee-pain/", "Knee")]
    assert "Other parts of the body" not in client.get("/articles/elsewhere/").content.decode()


def test_server_error_needs_no_database(monkeypatch, db):
    def broken(*args, **kwargs):
        raise DatabaseError("away")

    monkeypatch.setattr("clinic_site.pages.views.body_areas", broken)
    monkeypatch.setattr(ClinicProfile, "current", broken)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert "Something went wrong on our side" in response.content.decode()


@pytest.mark.django_db
def test_unknown_page_says_where_to_go_and_whose_site_it_is(client):
    ClinicProfile.objects.create(name="North Clinic")
    response = client.get("/no/such/page/")
    assert response.status_code == 404
    page = response.content.decode()
    assert "There is no page at this address – North Clinic" in page
    assert '<form class="search search--large" role="search" action="/search/"' in page
