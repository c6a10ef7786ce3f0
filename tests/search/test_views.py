"""The page of results."""

import re

import pytest

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.profile.models import ClinicProfile
from faq.models import Question


@pytest.fixture
def page_for(client):
    """The page of results for a query, as HTML in which whitespace does not count."""

    def page_for(query, **more):
        response = client.get("/search/", {"q": query, **more})
        return re.sub(r">\s+<", "><", response.content.decode())

    return page_for


def titles(page):
    return re.findall(r'<h3 class="hit__title"><a href="[^"]+">([^<]+)<', page)


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


def test_results_are_counted_and_each_says_what_it_is(page_for, make_live):
    make_live(Article, "marker", title="A marker")
    make_live(Question, "marker", title="Is it a marker?")
    make_live(Page, "marker-page", title="About the marker")
    page = page_for("marker")
    assert "3 pages found for “marker”</h2>" in page
    assert dict(zip(titles(page), re.findall(r'hit__kind">(\w+)<', page), strict=True)) == {
        "A marker": "Explainer",
        "Is it a marker?": "Question",
        "About the marker": "Page",
    }
    assert "1 page found for “about”</h2>" in page_for("about")


def test_first_question_has_its_short_answer_set_off(page_for, make_live):
    make_live(Question, "first", title="Is it a marker?", position=1)
    make_live(Question, "second", title="Is it another marker?", position=2)
    page = page_for("marker")
    answer = "<p>It can ache for a moment.</p>"
    set_off = f'<p class="short-answer__label">Short answer</p>{answer}</div>'
    assert titles(page) == ["Is it a marker?", "Is it another marker?"]
    assert page.count(set_off) == page.count("short-answer__label") == 1
    assert page.count('<p class="hit__text">It can ache for a moment.</p>') == 1
    assert page.index(set_off) < page.index("another marker")


def test_explainer_shows_its_summary(page_for, make_live):
    make_live(Article, "marker", title="A marker")
    assert '<p class="hit__text">What this page says.</p>' in page_for("marker")


def test_ten_results_make_a_page(page_for, make_live):
    for number in range(1, 12):
        make_live(Article, f"a-{number}", title=f"Marker {number:02}", position=number)
    first, second = page_for("marker"), page_for("marker", page=2)
    assert titles(first) == [f"Marker {number:02}" for number in range(1, 11)]
    assert titles(second) == ["Marker 11"]
    assert 'rel="next" href="?q=marker&amp;page=2"' in first
    assert 'rel="prev" href="?q=marker&amp;page=1"' in second
    assert [re.search("<title>([^<]+) –", page)[1] for page in (first, second)] == [
        "Search for “marker”",
        "Search for “marker”, page 2",
    ]


@pytest.mark.parametrize("number", ["0", "-1", "99", "x", "", "1e3", "²", "\0", "9" * 5_000])
def test_odd_page_numbers_give_results(page_for, make_live, number):
    make_live(Article, "marker", title="A marker")
    assert titles(page_for("marker", page=number)) == ["A marker"]


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("q=%ff", False), ("q=%ED%A0%80", False), ("q=zebra&q=marker", True), ("", False),
        ("q=%F0%9F%A6%B4+marker&page=%ff", True), ("q=marker&" + "a=1&" * 50, True),
    ],
)  # fmt: skip
def test_any_address_gives_a_page(client, make_live, query, is_found):
    make_live(Article, "marker", title="A marker")
    response = client.get(f"/search/?{query}")
    assert titles(response.content.decode()) == (["A marker"] if is_found else [])


def test_results_are_for_this_reader_and_for_no_search_engine(client, make_live):
    make_live(Article, "marker", title="A marker")
    for query in ("marker", "zebra", ""):
        response = client.get("/search/", {"q": query})
        page = response.content.decode()
        assert response["Cache-Control"] == "private"
        assert '<meta name="robots" content="noindex">' in page
        assert 'rel="canonical"' not in page


def test_what_is_looked_for_is_text(page_for, db):
    page = page_for("<b>&\"'")
    assert "Nothing was found for “&lt;b&gt;&amp;&quot;&#x27;”" in page
    assert "<b>" not in page


def test_nothing_found_helps_on(page_for, db):
    page = page_for("zebra")
    assert '<a href="/faq/">all questions</a>' in page
    assert '<a href="/articles/">all explainers</a>' in page
    assert '<a href="#contact">how to reach us</a>' in page


@pytest.mark.parametrize("query", ["", " ", "\0"])
def test_search_for_nothing_shows_what_people_ask_most(page_for, make_live, query):
    make_live(Question, "marker", title="Is it a marker?")
    page = page_for(query)
    assert "<title>Search –" in page
    assert re.findall(r'questions__title">([^<]+)<', page) == ["Is it a marker?"]
    assert "Is it a marker?" not in page_for("zebra")


def test_emergency_words_put_the_emergency_card_first(page_for, make_live):
    ClinicProfile.objects.create(country="US")
    help_page = "side-effects-and-when-to-get-help"
    make_live(Article, help_page, title="Chest pain and help")
    page = page_for("chest pain")
    card, form = page.index("care-card--emergency"), page.index("search--large")
    assert card < form < page.index("1 page found")
    assert 'Call <a href="tel:911">911</a> now if</h2>' in page
    assert page[card:form].count(f'<a href="/articles/{help_page}/">Chest pain and help</a>') == 1
    assert "care-card" not in page_for("knee pain")


def test_emergency_card_leads_to_no_page_that_is_hidden(page_for, make_draft):
    make_draft(Article, "side-effects-and-when-to-get-help", title="A draft marker")
    page = page_for("I cannot breathe")
    assert "care-card--emergency" in page
    assert "A draft marker" not in page
