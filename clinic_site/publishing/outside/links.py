"""Which addresses of other sites readers are sent to, and from where."""

from html.parser import HTMLParser
from urllib.parse import urldefrag

from ..models import Reference
from ..registry import content_models

DOI = "https://doi.org/"


def outside_links(at=None):
    """Each address once, with the places that hold it: pages, and sources that no page cites."""
    links, citing = {}, {}
    for model in content_models().values():
        for item in model.objects.published(at).only("slug", "body_html", "cited").iterator():
            place = item.get_absolute_url()
            for url in _links_in(item.body_html):
                links.setdefault(url, []).append(place)
            for key in item.cited:
                citing.setdefault(key, []).append(place)
    for reference in Reference.objects.iterator():
        for url in _addresses_of(reference):
            places = citing.get(reference.key, [f"the source {reference.key}"])
            links.setdefault(url, []).extend(places)
    return {url: list(dict.fromkeys(links[url])) for url in sorted(links)}


def _addresses_of(reference):
    doi = f"{DOI}{reference.doi}" if reference.doi else ""
    return [url for url in map(_without_anchor, (reference.url, doi)) if url]


def _links_in(html):
    parser = _Links()
    parser.feed(html)
    return [url for url in map(_without_anchor, parser.found) if url]


def _without_anchor(address):
    """Two addresses of one page are one; empty for what is no address of another site."""
    is_outside = address.lower().startswith(("http://", "https://"))
    return urldefrag(address)[0] if is_outside else ""


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.found.append(dict(attrs).get("href") or "")
