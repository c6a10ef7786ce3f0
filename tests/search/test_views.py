"""The page of results."""

import pytest

from articles.models import Article
from faq.models import Question


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
