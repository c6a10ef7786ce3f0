"""The A to Z: every published page, under the names that people look for."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from clinic_site.pages import a_to_z
from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from faq.models import Question
from tests.conftest import structured_data

ADDRESS = "/a-to-z/"


def shown(response):
    """The parts of the page as text, each with its lines."""
    sections = re.findall(r'<section class="letter".*?</section>', response.content.decode(), re.S)
    return [[" ".join(line.split()) for line in lines_of(section)] for section in sections]


def lines_of(section):
    heading = re.search(r"<h2[^>]*>(.*?)</h2>", section)[1]
    entries = re.findall(r"<li>(.*?)</li>", section, re.S)
    return [heading, *(re.sub(r"<[^>]+>", "", entry) for entry in entries)]


def jumps(response):
    """The letters that are links, with where they lead."""
    return {letter.label: letter.url for letter in response.context["letters"] if letter.url}


def test_pages_stand_under_their_letter_and_other_names_lead_to_them(client, make_live):
    make_live(Article, "neck", title="Neck pain", body="A stiff neck.", also_called="[stiff neck]")
    make_live(
        Question,
        "ache",
        title="Will it ache?",
        also_called="[Ängste, 3 days]",
        body="3 days. Ängste.",
    )
    make_live(Page, "about", title="About us")
    response = client.get(ADDRESS)
    assert shown(response) == [
        ["0–9", "3 days see Will it ache?"],
        ["A", "About us", "Ängste see Will it ache?"],
        ["N", "Neck pain"],
        ["S", "Stiff neck see Neck pain"],
    ]
    assert jumps(response) == {
        "0–9": "#letter-0", "A": "#letter-a", "N": "#letter-n", "S": "#letter-s",
    }  # fmt: skip
    assert len(response.context["letters"]) == 27
    assert "<span>B</span>" in response.content.decode()
    assert structured_data(response)["BreadcrumbList"]["itemListElement"][1]["name"] == "A to Z"


def test_one_word_for_two_pages_is_one_entry(client, make_live):
    for slug, title in (("knots", "Knots"), ("spots", "Sore spots"), ("bands", "Tight bands")):
        make_live(Article, slug, title=title, body="Knots.", also_called="[knots]")
    assert shown(client.get(ADDRESS))[0] == ["K", "Knots see also Sore spots or Tight bands"]


@pytest.mark.parametrize("model", [Article, Question, Page])
def test_only_published_pages_are_listed(client, make_live, make_unseen, model):
    make_unseen(model, title="A hidden page", body="A veil.", also_called="[veil]")
    assert shown(client.get(ADDRESS)) == []
    make_live(model, "live", title="A live page")
    assert shown(client.get(ADDRESS)) == [["L", "A live page"]]


def test_text_of_a_draft_gives_a_live_page_no_name(client, make_live):
    item = make_live(Page, "live", title="A live page")
    editing.save_draft(item, text="---\ntitle: A veil\nsummary: S.\n---\n\nA veil.\n")
    assert shown(client.get(ADDRESS)) == [["L", "A live page"]]


def test_many_names_are_split_into_pages_and_letters_lead_to_theirs(client, make_live, monkeypatch):
    monkeypatch.setattr(a_to_z, "NAMES_A_PAGE", 3)
    for title in ("A one", "Banana", "Bread", "Butter", "Cake"):
        make_live(Page, title.lower().replace(" ", "-"), title=title)
    first, second = client.get(ADDRESS), client.get(f"{ADDRESS}?page=2")
    assert shown(first) == [["B", "Banana", "Bread", "Butter"]]
    assert shown(second) == [["C", "Cake"], ["O", "A one"]]
    assert jumps(first) == {"B": "#letter-b", "C": "?page=2#letter-c", "O": "?page=2#letter-o"}
    assert jumps(second) == {"B": "?page=1#letter-b", "C": "#letter-c", "O": "#letter-o"}
    assert 'rel="next" href="?page=2"' in first.content.decode()


@pytest.mark.parametrize("page", ["0", "99", "x", ""])
def test_odd_page_numbers_give_a_page(client, make_live, page):
    make_live(Page, "about", title="About us")
    assert shown(client.get(f"{ADDRESS}?page={page}")) == [["A", "About us"]]


@pytest.mark.django_db
def test_site_without_pages_has_an_a_to_z(client):
    response = client.get(ADDRESS)
    assert (shown(response), jumps(response)) == ([], {})


def test_number_of_queries_is_constant(client, make_live):
    for model in (Article, Question, Page):
        make_live(model, "a", title="A page")
    client.get(ADDRESS)
    counts = []
    for slug in ("b", "c"):
        for model in (Article, Question, Page):
            make_live(model, slug, title=f"Page {slug}")
        with CaptureQueriesContext(connection) as queries:
            client.get(ADDRESS)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8
