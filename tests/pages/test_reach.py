"""From home to everywhere: the site that is shipped, walked link by link."""

from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.conf import settings

from clinic_site.publishing.importing import import_content
from clinic_site.publishing.registry import content_models, topics_in_use

FARTHEST = 3


class _Page(HTMLParser):
    """The addresses that a page links to, and the places in it."""

    def __init__(self, html):
        super().__init__()
        self.links, self.places = [], set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "a":
            self.links.append(attributes.get("href") or "")
        if place := attributes.get("id"):
            self.places.add(place)


@pytest.fixture
def walk(db, client):
    """Every address of the site by its distance from home, and the page at each."""
    assert import_content(settings.CONTENT_DIR).problems == []
    distances, pages, waiting = {"/": 0}, {}, ["/"]
    for url in waiting:  # grows on the way
        response = client.get(url)
        assert (url, response.status_code) == (url, 200)
        pages[url] = _Page(response.content.decode())
        for link in inside(url, pages[url]):
            if link not in distances:
                distances[link] = distances[url] + 1
                waiting.append(link)
    return distances, pages


def inside(url, page):
    targets = (urldefrag(urljoin(url, link)).url for link in page.links)
    return [target for target in targets if target.startswith("/")]


def public_addresses():
    """What readers are to reach: every page, every topic, and the ways to them."""
    for model in content_models().values():
        for item in model.objects.published():
            yield item.get_absolute_url()
        if model.has_topic():
            for topic in topics_in_use(model):
                yield topic.get_absolute_url()
    yield from ("/articles/", "/faq/", "/a-to-z/", "/glossary/", "/topics/", "/search/")


def test_every_page_is_near_and_every_link_leads_somewhere(walk):
    distances, pages = walk
    wanted = set(public_addresses())
    assert len(wanted) > 80
    assert {url for url in wanted if distances.get(url, FARTHEST + 1) > FARTHEST} == set()
    broken = {
        (url, link)
        for url, page in pages.items()
        for link in page.links
        if (place := urlsplit(link).fragment) and not is_there(url, link, place, pages)
    }
    assert broken == set()


def is_there(url, link, place, pages):
    """Whether the page that a link leads to has the place that it names."""
    target = urldefrag(urljoin(url, link)).url
    return not target.startswith("/") or place in pages[target].places


def test_no_page_is_an_orphan_without_the_lists(walk):
    """Each page is linked by another one too, in its text or as what to read next."""
    _, pages = walk
    lists = {"/a-to-z/", "/topics/"}
    linked = {
        link
        for url, page in pages.items()
        for link in inside(url, page)
        if url not in lists | {link}
    }
    assert {url for url in public_addresses() if url not in linked} == set()
