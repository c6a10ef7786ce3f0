"""Home, search and what is shown when a page is missing or fails."""

import pytest
from django.db import DatabaseError
from django.test import Client

from articles.models import Article
from clinic_site.pages.body_map import AREAS, body_areas
from clinic_site.profile.models import ClinicProfile
from faq.models import Question
from tests.conftest import structured_data


@pytest.mark.django_db
def test_home_tells_search_engines_who_the_clinic_is(client):
    ClinicProfile.objects.create(name="North Clinic", telephone="020 7946 0000")
    assert structured_data(client.get("/"))["MedicalClinic"] == {
        "@context": "https://schema.org",
        "@type": "MedicalClinic",
        "url": "http://testserver/",
        "name": "North Clinic",
        "telephone": "020 7946 0000",
    }


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


@pytest.mark.parametrize(
    "query",
    [
        "", "%", "[", "]", '"', "\\", "a" * 10_000, "'\"; DROP", "\0", "🦴", "<script>", "NEAR(",
        "marker sore",
    ],
)  # fmt: skip
def test_any_search_gives_a_page(client, make_live, query):
    make_live(Article, "marker", title="A sore marker")
    response = client.get("/search/", {"q": query})
    assert response.status_code == 200
    assert ("A sore marker" in response.content.decode()) == (query == "marker sore")


@pytest.mark.parametrize("query", ["marker – sore", "sore !", "a " * 100])
def test_marks_and_many_words_do_not_spoil_a_search(client, make_live, query):
    make_live(Article, "marker", title="A sore marker")
    assert "A sore marker" in client.get("/search/", {"q": query}).content.decode()


@pytest.mark.parametrize(
    ("query", "is_found"),
    [("épaule", True), ('"crick"', True), ('["épaule', False), ("épée", False)],
)
def test_search_finds_other_names_as_they_are_written(client, make_live, query, is_found):
    make_live(Question, "marker", title="A marker", also_called="[épaule, 'a \"crick\"']")
    page = client.get("/search/", {"q": query}).content.decode()
    assert ("A marker" in page) == is_found


def test_search_finds_other_names_and_says_when_it_finds_nothing(client, make_live):
    make_live(Question, "marker", title="A marker", also_called="[pins and needles]")
    assert "A marker" in client.get("/search/?q=PINS").content.decode()
    assert "Nothing was found for “zebra”" in client.get("/search/?q=zebra").content.decode()


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
