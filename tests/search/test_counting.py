"""What was searched for is counted by words and week, and nothing else is kept of it."""

import time
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import signing
from django.db import connection
from django.utils import timezone

from articles.models import Article
from clinic_site.search import counting
from clinic_site.search.counting import count_event, count_found_nothing, token_for, week_of
from clinic_site.search.models import SearchCount

pytestmark = pytest.mark.django_db


def counts():
    """Counts of this week by words: found nothing, shown, opened."""
    rows = SearchCount.objects.filter(week=week_of(timezone.now()))
    return {row.words: (row.found_nothing, row.shown, row.opened) for row in rows}


def test_same_words_are_counted_together():
    for query in ("Sauna", "sauna?", "  SAUNA "):
        count_found_nothing(query)
    count_found_nothing("pool")
    assert counts() == {"sauna": (3, 0, 0), "pool": (1, 0, 0)}


@pytest.mark.parametrize("query", ["", "John Smith", "07700 900123", "me@example.org"])
def test_what_may_be_personal_is_not_counted(query):
    count_found_nothing(query)
    assert (counts(), token_for(query)) == ({}, "")


def test_misspelt_words_of_pages_are_counted_as_meant(make_live):
    make_live(Article, "a", title="Zebrawort")
    count_found_nothing("zebrawert and sauna")
    assert counts() == {"zebrawort and sauna": (1, 0, 0)}


def test_results_are_counted_by_what_a_browser_tells():
    token = token_for("Sauna")
    for event in ("shown", "shown", "opened"):
        count_event(token, event)
    assert counts() == {"sauna": (0, 2, 1)}


@pytest.fixture
def old_token(monkeypatch):
    now = time.time()
    with monkeypatch.context() as patch:
        patch.setattr(signing.time, "time", lambda: now - 24 * 60 * 60 - 1)
        return token_for("sauna")


def test_token_is_of_this_site_and_of_this_day(old_token):
    for token in ("", "x", "é\0", old_token, signing.dumps("sauna"), token_for("sauna") + "x"):
        with pytest.raises(signing.BadSignature):
            count_event(token, "shown")
    assert counts() == {}


@pytest.mark.parametrize("event", ["", "found_nothing", "pk"])
def test_browsers_tell_two_things_only(event):
    with pytest.raises(signing.BadSignature):
        count_event(token_for("sauna"), event)
    assert counts() == {}


def test_week_starts_on_monday_where_the_clinic_is(settings):
    sunday = datetime(2026, 11, 29, 23, 30, tzinfo=UTC)
    assert week_of(sunday) == date(2026, 11, 23)
    with timezone.override("Europe/Paris"):
        assert week_of(sunday) == date(2026, 11, 30)


def test_old_counts_are_forgotten(settings):
    settings.SEARCH_COUNT_WEEKS = 2
    this_week = week_of(timezone.now())
    for weeks in (2, 3):
        SearchCount.objects.create(week=this_week - timedelta(weeks=weeks), words=f"{weeks} old")
    count_found_nothing("sauna")
    assert set(SearchCount.objects.values_list("words", flat=True)) == {"2 old", "sauna"}


def test_no_more_words_than_a_week_holds_are_counted(monkeypatch):
    monkeypatch.setattr(counting, "MOST_WORDS_A_WEEK", 1)
    last_week = week_of(timezone.now()) - timedelta(weeks=1)
    SearchCount.objects.create(week=last_week, words="swimming")
    for query in ("sauna", "pool", "sauna"):
        count_found_nothing(query)
    assert counts() == {"sauna": (2, 0, 0)}


def test_database_that_cannot_count_costs_the_count_only(client, caplog):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE search_searchcount RENAME TO away")
    response = client.get("/search/", {"q": "sauna"})
    assert "Nothing was found for “sauna”" in response.content.decode()
    assert [record.message for record in caplog.records] == ["A search could not be counted."]


def test_page_without_results_is_counted_at_once(client):
    client.get("/search/", {"q": "sauna"})
    client.head("/search/", {"q": "sauna"})
    client.get("/search/", {"q": ""})
    assert counts() == {"sauna": (1, 0, 0)}


def test_page_of_results_has_what_a_browser_counts_it_by(client, make_live):
    make_live(Article, "sauna", title="Sauna")
    make_live(Article, "smith", title="Smith")
    page = client.get("/search/", {"q": "Sauna"})
    token = token_of(page)
    assert "js/search_opened.js" in page.content.decode()
    assert counts() == {}
    assert (tell(client, token).status_code, counts()) == (204, {"sauna": (0, 1, 0)})


def token_of(page):
    _, _, rest = page.content.decode().partition('data-counted="/search/counted/" data-token="')
    return rest.partition('"')[0]


def tell(client, token, **headers):
    form = {"token": token, "event": "shown"}
    headers = {"origin": "http://testserver", "sec-fetch-site": "same-origin"} | headers
    headers = {name: value for name, value in headers.items() if value is not None}
    return client.post("/search/counted/", form, headers=headers)


def test_page_of_results_for_what_may_be_personal_is_not_counted(client, make_live):
    make_live(Article, "page", title="What Johnson 12345 wrote")
    page = client.get("/search/", {"q": "wrote"}).content.decode()
    assert "data-token" in page
    for query in ("me@wrote", "wrote 123"):
        page = client.get("/search/", {"q": query}).content.decode()
        assert ("data-token" in page, "search_opened.js" in page) == (False, False)


def test_searches_of_staff_are_not_counted(client, make_user, make_live):
    make_live(Article, "sauna", title="Sauna")
    client.force_login(make_user("ann", is_staff=True))
    client.get("/search/", {"q": "pool"})
    page = client.get("/search/", {"q": "Sauna"}).content.decode()
    assert (counts(), "data-token" in page) == ({}, False)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": None}, {"origin": "null"}, {"origin": "https://other.example"},
        {"origin": "http://testserver.other.example"}, {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"}, {"sec-fetch-site": "none"},
    ],
)  # fmt: skip
def test_other_sites_count_nothing(client, headers):
    assert tell(client, token_for("sauna"), **headers).status_code == 403
    assert counts() == {}


def test_browsers_without_fetch_metadata_count_too(client):
    assert tell(client, token_for("sauna"), **{"sec-fetch-site": None}).status_code == 204
    assert counts() == {"sauna": (0, 1, 0)}


def test_bad_token_is_a_bad_request(client):
    assert (tell(client, "x").status_code, counts()) == (400, {})


def test_counting_needs_and_leaves_no_cookie(client):
    response = tell(client, token_for("sauna"))
    assert (response.status_code, response.cookies, response.content) == (204, {}, b"")
    assert "Cookie" not in response.get("Vary", "")
