"""No two pages of the site look the same in a list of results."""

import re
from collections import Counter
from html import unescape

import pytest
from django.conf import settings

from articles.models import Article
from articles.models import Topic as ArticleTopic
from clinic_site.publishing import views
from clinic_site.publishing.importing import import_content
from faq.models import Question
from faq.models import Topic as QuestionTopic

NEXT = re.compile(r'rel="next" href="([^"]+)"')
PATTERNS = {
    "title": re.compile(r"<title>(.*?)</title>", re.DOTALL),
    "description": re.compile(r'<meta name="description" content="([^"]*)">'),
    "canonical": re.compile(r'<link rel="canonical" href="http://testserver([^"]*)">'),
}


@pytest.fixture
def short_lists(monkeypatch):
    monkeypatch.setattr(views.lists, "ITEMS_A_PAGE", 3)


def addresses(client):
    """Every page that the map of the site lists, and the further pages of its lists."""
    for part in re.findall(r"<loc>(.*?)</loc>", client.get("/sitemap.xml").content.decode()):
        for address in re.findall(r"<loc>(.*?)</loc>", client.get(part).content.decode()):
            url = address.removeprefix("http://testserver")
            while url:
                yield url
                found = NEXT.search(client.get(url).content.decode())
                url = found and url.partition("?")[0] + found[1]


def repeated(found):
    return {text: count for text, count in Counter(found).items() if count > 1}


def heads(client):
    """Title, description and canonical address of each page by its address."""
    return {
        url: {
            name: [unescape(text) for text in pattern.findall(client.get(url).content.decode())]
            for name, pattern in PATTERNS.items()
        }
        for url in addresses(client)
    }


@pytest.mark.django_db
def test_every_page_of_the_site_has_its_own_title_and_description(client, short_lists):
    import_content(settings.CONTENT_DIR)
    found = heads(client)
    assert len(found) > 100
    assert {"/articles/?page=2", "/faq/?page=2"} <= set(found)
    for name in PATTERNS:
        assert {url for url, head in found.items() if len(head[name]) != 1} == set()
        assert repeated(head[name][0] for head in found.values()) == {}
    assert {url: head["canonical"][0] for url, head in found.items()} == {url: url for url in found}
    assert {url for url, head in found.items() if not head["description"][0].strip()} == set()


def test_topics_of_the_same_name_have_titles_of_their_own(client, make_live):
    make_live(Article, "a")
    make_live(Question, "a")
    assert not ArticleTopic.objects.get().summary + QuestionTopic.objects.get().summary
    heads_of_topics = [heads(client)[f"/{kind}/topic/basics/"] for kind in ("articles", "faq")]
    for name in ("title", "description"):
        assert repeated(head[name][0] for head in heads_of_topics) == {}


def test_page_that_does_not_exist_has_the_address_of_the_last_one(client, make_live, short_lists):
    for slug in "abcd":
        make_live(Article, slug)
    page = client.get("/articles/?page=99&utm=1").content.decode()
    assert PATTERNS["canonical"].findall(page) == ["/articles/?page=2"]
