"""Search engines are shown every public page, when it last changed, and no other page."""

import re
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from articles.models import Article
from articles.models import Topic as ArticleTopic
from clinic_site.images.models import Picture
from clinic_site.pages.models import Page
from clinic_site.pages.sitemaps import ItemSitemap
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing import editing
from clinic_site.publishing.cards.keeping import card_of
from faq.models import Question
from tests.conftest import LONG_AGO, text_of

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
}
MODELS = [(Article, "/articles/"), (Question, "/faq/"), (Page, "/")]
LATER = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def entries(client, part, **options):
    """Address, last change and pictures of each page in a part of the map."""
    root = ElementTree.fromstring(client.get(part, **options).content)
    return [
        (
            url.findtext("s:loc", namespaces=NAMES),
            url.findtext("s:lastmod", namespaces=NAMES),
            [image.text for image in url.findall("i:image/i:loc", NAMES)],
        )
        for url in root
    ]


def listed(client, part):
    return [address for address, *_ in entries(client, part)]


@pytest.mark.parametrize(("model", "above"), MODELS)
def test_only_public_pages_are_listed(client, make_in_each_state, model, above):
    make_in_each_state(model)
    part = f"/sitemap-{model.content_dir}.xml"
    assert listed(client, part) == [f"http://testserver{above}live/"]


def test_page_that_is_hidden_while_unsigned_is_not_listed(client, make_live, settings):
    make_live(Article, "knots")
    settings.SHOW_UNSIGNED_PAGES = False
    assert listed(client, "/sitemap-articles.xml") == []
    assert "http://testserver/articles/topic/basics/" not in listed(client, "/sitemap-lists.xml")


def test_page_has_the_time_of_its_last_change_and_its_pictures(client, make_live):
    name = f"{'ab' * 10}.webp"
    Picture.objects.create(file=f"pictures/{name}", name=name, alt_text="A knee", width=4, height=3)
    item = make_live(Article, "knots", body=f'![A knee]({name} "")', updated=LATER)
    card = card_of(item, ClinicProfile()).url
    pictures = [f"http://testserver{url}" for url in (card, f"/media/pictures/{name}")]
    assert entries(client, "/sitemap-articles.xml") == [
        ("http://testserver/articles/knots/", "2026-03-01T09:30:00+00:00", pictures)
    ]


def test_list_changes_with_the_newest_of_its_pages(client, make_live):
    make_live(Article, "old")
    ArticleTopic.objects.create(slug="other", title="Other", position=20)
    text = text_of(Article, published=LONG_AGO, updated=LATER).replace("basics", "other")
    editing.publish_as_dated(Article(slug="new"), text=text)
    make_live(Question, "why")
    found = {address: changed for address, changed, _ in entries(client, "/sitemap-lists.xml")}
    old, new = "2026-01-05T08:00:00+00:00", "2026-03-01T09:30:00+00:00"
    assert found == {
        "http://testserver/": new,
        "http://testserver/articles/": new,
        "http://testserver/faq/": old,
        "http://testserver/topics/": new,
        "http://testserver/a-to-z/": new,
        "http://testserver/glossary/": None,
        "http://testserver/articles/topic/basics/": old,
        "http://testserver/articles/topic/other/": new,
        "http://testserver/faq/topic/basics/": old,
    }


def test_topic_without_public_pages_is_not_listed(client, make_draft):
    make_draft(Article, "draft")
    assert listed(client, "/sitemap-lists.xml") == [
        "http://testserver/",
        "http://testserver/articles/",
        "http://testserver/faq/",
        "http://testserver/topics/",
        "http://testserver/a-to-z/",
        "http://testserver/glossary/",
    ]


def test_index_leads_to_every_part(client, make_live, monkeypatch):
    monkeypatch.setattr(ItemSitemap, "limit", 2)
    for slug in ("a", "b", "c"):
        make_live(Article, slug)
    parts = [address for address, *_ in entries(client, "/sitemap.xml")]
    assert parts == [
        f"http://testserver/sitemap-{part}"
        for part in ("lists.xml", "articles.xml", "articles.xml?p=2", "faq.xml", "pages.xml")
    ]
    assert [slug for part in parts[1:3] for slug in listed(client, part)] == [
        f"http://testserver/articles/{slug}/" for slug in ("a", "b", "c")
    ]


def test_index_tells_the_last_change_of_each_part(client, make_live):
    make_live(Article, "knots", updated=LATER)
    found = {address: changed for address, changed, _ in entries(client, "/sitemap.xml")}
    assert found["http://testserver/sitemap-articles.xml"] == "2026-03-01T09:30:00+00:00"
    assert found["http://testserver/sitemap-faq.xml"] is None


def test_addresses_are_on_the_host_that_was_asked(client, make_live, settings):
    settings.ALLOWED_HOSTS = ["www.example.org"]
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    make_live(Article, "knots")
    asked = {"HTTP_HOST": "www.example.org", "HTTP_X_FORWARDED_PROTO": "https"}
    for part in ("/sitemap.xml", "/sitemap-articles.xml", "/sitemap-lists.xml"):
        source = client.get(part, **asked).content.decode()
        assert set(re.findall(r"loc>(\w+://[^/]+)/", source)) == {"https://www.example.org"}


def test_part_or_page_that_is_not_there_is_not_found(client, make_live):
    assert client.get("/sitemap-drafts.xml").status_code == 404
    assert client.get("/sitemap-articles.xml?p=2").status_code == 404
    assert client.get("/sitemap-articles.xml?p=x").status_code == 404


def test_map_is_never_listed_itself(client, topics):
    assert client.get("/sitemap.xml")["X-Robots-Tag"].startswith("noindex")
    assert client.get("/sitemap-lists.xml")["X-Robots-Tag"].startswith("noindex")


def test_number_of_queries_does_not_grow_with_the_pages(
    client, make_live, django_assert_num_queries
):
    make_live(Article, "a")
    client.get("/sitemap-articles.xml")
    for slug in "bcd":
        with django_assert_num_queries(3):
            client.get("/sitemap-articles.xml")
        make_live(Article, slug)
