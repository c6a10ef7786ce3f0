"""The feed tells what is new and what changed, and of nothing that is not public."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest

from articles.models import Article
from clinic_site.pages.feeds import MOST_ENTRIES
from clinic_site.pages.models import Page
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing import editing
from faq.models import Question
from tests.conftest import LONG_AGO

ATOM = "{http://www.w3.org/2005/Atom}"
LATER = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def feed(client):
    return ElementTree.fromstring(client.get("/feed.xml").content)


def entries(client):
    return feed(client).findall(f"{ATOM}entry")


def titles(client):
    return [entry.findtext(f"{ATOM}title") for entry in entries(client)]


@pytest.mark.parametrize("model", [Article, Question, Page])
def test_only_public_pages_are_told(client, make_in_each_state, model):
    make_in_each_state(model)
    assert titles(client) == ["A live page"]


def test_page_that_is_hidden_while_unsigned_is_not_told(client, make_live, settings):
    make_live(Article, "knots")
    settings.SHOW_UNSIGNED_PAGES = False
    assert titles(client) == []


def test_entry_tells_what_the_page_says_and_what_changed(client, make_live):
    item = make_live(
        Article, "knots", title="Knots & “bands”", updated=LATER, change_note="Less <sure> now."
    )
    [entry] = entries(client)
    found = {part.tag.removeprefix(ATOM): part.text or part.attrib for part in entry}
    assert found == {
        "title": "Knots & “bands”",
        "link": {"href": "http://testserver/articles/knots/", "rel": "alternate"},
        "published": "2026-01-05T08:00:00+00:00",
        "updated": "2026-03-01T09:30:00+00:00",
        "id": f"tag:testserver,2026:articles/{item.pk}",
        "summary": "<p>What this page says.</p><p>Less &lt;sure&gt; now.</p>",
        "category": {"term": "The basics"},
    }


def test_moved_page_stays_the_same_entry(client, make_live):
    item = make_live(Article, "knots")
    before = entries(client)[0].findtext(f"{ATOM}id")
    editing.move(item, slug="tight-bands")
    [entry] = entries(client)
    assert entry.findtext(f"{ATOM}id") == before
    assert entry.find(f"{ATOM}link").attrib["href"] == "http://testserver/articles/tight-bands/"


def test_newest_changes_come_first_and_no_more_than_so_many(client, make_live):
    for number in range(MOST_ENTRIES):
        day = LONG_AGO + timedelta(days=number)
        make_live(Article, f"a{number}", title=f"A{number}", published=day)
    make_live(Page, "about", title="About", updated=LATER)
    expected = [f"A{number}" for number in reversed(range(MOST_ENTRIES))]
    assert titles(client) == ["About", *expected][:MOST_ENTRIES]


def test_feed_says_whose_it_is(client, topics):
    ClinicProfile.objects.create(name="North & Clinic")
    found = feed(client)
    assert found.findtext(f"{ATOM}title") == "North & Clinic: Dry needling explained"
    assert found.findtext(f"{ATOM}author/{ATOM}name") == "The team of this website"
    links = [link.attrib for link in found.findall(f"{ATOM}link")]
    assert links == [
        {"rel": "alternate", "href": "http://testserver/"},
        {"rel": "self", "href": "http://testserver/feed.xml"},
    ]


@pytest.mark.django_db
def test_feed_has_no_placeholder_of_the_clinic(client):
    assert feed(client).findtext(f"{ATOM}title") == "Dry needling explained"


@pytest.mark.django_db
def test_every_page_leads_to_the_feed(client):
    link = '<link rel="alternate" href="/feed.xml" type="application/atom+xml"'
    assert client.get("/").content.decode().count(link) == 1


def test_number_of_queries_does_not_grow_with_the_pages(
    client, make_live, django_assert_num_queries
):
    make_live(Article, "a")
    client.get("/feed.xml")
    for slug in "bcd":
        with django_assert_num_queries(4):
            client.get("/feed.xml")
        make_live(Article, slug)
