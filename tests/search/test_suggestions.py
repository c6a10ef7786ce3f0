"""What is suggested while somebody types."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from clinic_site.publishing.models import Term
from clinic_site.search import catalogue
from faq.models import Question


@pytest.fixture
def suggest(client, db):
    """The titles that are suggested for what is typed, the best first."""

    def suggest(typed):
        answer = client.get("/search/suggestions/", {"q": typed}).json()
        return [suggestion["title"] for suggestion in answer["suggestions"]]

    return suggest


def test_suggestions_say_what_they_are_and_where_they_lead(client, make_live):
    make_live(Article, "neck", title="Neck pain")
    make_live(Question, "neck", title="Is my neck too stiff?")
    make_live(Page, "neck-page", title="About necks")
    Term.objects.create(slug="neck-joint", term="neck joint", meaning="Two bones that meet.")
    assert client.get("/search/suggestions/?q=neck").json() == {
        "suggestions": [
            {"title": "Neck pain", "kind": "Explainer", "url": "/articles/neck/"},
            {"title": "neck joint", "kind": "Meaning", "url": "/glossary/#neck-joint"},
            {"title": "Is my neck too stiff?", "kind": "Question", "url": "/faq/neck/"},
            {"title": "About necks", "kind": "Page", "url": "/neck-page/"},
        ]
    }


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("shoul", True), ("SHOULDER", True), ("ÉPAU", True), ("epaule", True), ("dont", True),
        ("don’t mo", True), ("pain sh", True), ("twinge", True), ("pull-and", True),
        ("houlder", False), ("shoulder zebra", False), ("s", False), ("", False),
    ],
)  # fmt: skip
def test_any_word_may_begin_as_it_is_typed(suggest, make_live, typed, is_found):
    names = "['épaule', 'a twinge', 'pull and push']"
    make_live(Article, "marker", title="'Shoulder pain: don''t move'", also_called=names)
    assert suggest(typed) == (["Shoulder pain: don't move"] if is_found else [])


def test_titles_come_before_other_names_and_beginnings_first(suggest, make_live):
    make_live(Question, "other", title="Another name", also_called="[needle]")
    make_live(Question, "inside", title="Is the needle thin?")
    make_live(Question, "first", title="Needle sizes")
    assert suggest("needl") == ["Needle sizes", "Is the needle thin?", "Another name"]


@pytest.mark.parametrize("model", [Article, Question, Page])
def test_only_what_is_public_is_suggested(suggest, make_live, make_draft, model):
    make_live(model, "live", title="A live marker")
    make_draft(model, "draft", title="A draft marker")
    editing.withdraw(make_live(model, "gone", title="A withdrawn marker"))
    planned = make_draft(model, "planned", title="A planned marker")
    editing.publish(planned, at=timezone.now() + timedelta(hours=1))
    assert suggest("marker") == ["A live marker"]


def test_unsigned_page_is_not_suggested_where_those_are_hidden(suggest, make_live, settings):
    make_live(Article, "marker", title="A marker")
    settings.SHOW_UNSIGNED_PAGES = False
    assert suggest("marker") == []


def test_what_is_withdrawn_or_deleted_is_not_suggested_from_memory(suggest, make_live):
    item = make_live(Article, "marker", title="A marker")
    term = Term.objects.create(slug="marker", term="marker term", meaning="A sign.")
    assert suggest("marker") == ["marker term", "A marker"]
    editing.withdraw(item)
    term.delete()
    assert suggest("marker") == []
    assert len(catalogue.entries()) == 2


def test_hidden_rows_take_no_places_of_public_ones(suggest, make_live):
    for number in range(20):
        make_live(Article, f"marker-{number}", title=f"Marker {number:02}")
    assert suggest("marker") == [f"Marker {number:02}" for number in range(8)]
    editing.withdraw(Article.objects.get(slug="marker-3"))
    assert suggest("marker") == [f"Marker {number:02}" for number in (0, 1, 2, 4, 5, 6, 7, 8)]


@pytest.mark.parametrize("letter", ["a", "é", "針", "🦴"])
def test_answer_is_small_however_long_the_titles_are(client, make_live, letter):
    for number in range(8):
        title = f"Marker {number}{letter * 112}"
        make_live(Article, f"marker-{number}{'a' * 90}", title=title)
    response = client.get("/search/suggestions/?q=marker")
    assert len(response.content) <= 2000
    assert [found["title"][:8] for found in json.loads(response.content)["suggestions"]][:2] == [
        "Marker 0",
        "Marker 1",
    ]


def test_answer_is_kept_for_a_minute(client, db):
    response = client.get("/search/suggestions/?q=marker")
    assert response["Cache-Control"] == "public, max-age=60"
    assert response["Content-Type"] == "application/json"
    assert response.cookies == {}


@pytest.mark.parametrize(
    "query", ["", "%", "'\"", "\0", "🦴", "<script>", "a" * 10_000, "a b " * 5_000, "[", "\\"]
)
def test_anything_may_be_typed(suggest, make_live, query):
    make_live(Article, "marker", title="A marker")
    assert suggest(query) == []


@pytest.mark.parametrize("query", ["q=%ff", "q=%ED%A0%80", "q=%00", "q=zebra&q=mark", "", "x=1"])
def test_any_address_gets_an_answer(client, make_live, query):
    make_live(Article, "marker", title="A marker")
    found = client.get(f"/search/suggestions/?{query}").json()["suggestions"]
    assert len(found) == (1 if query.endswith("mark") else 0)
