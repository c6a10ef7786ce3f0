"""The parts of the drawn body, and what the clinic says about each."""

from typing import NamedTuple

from django.urls import reverse

from clinic_site.publishing.registry import published_at_addresses

# The name in the drawing, the words for readers, and the page.
AREAS = [
    ("head", "Head", "articles:headache"),
    ("neck", "Neck", "articles:neck-pain"),
    ("shoulder", "Shoulder", "articles:shoulder-pain"),
    ("back", "Low back", "articles:low-back-pain"),
    ("knee", "Knee", "articles:knee-pain"),
    ("heel", "Heel", "articles:heel-pain"),
]


class BodyArea(NamedTuple):
    """A part of the drawing: `area` is its name there, `url` what the clinic says about it."""

    area: str
    title: str
    url: str


def body_areas():
    """The areas in the order of the list; one without a public page leads to all explainers."""
    pages = {item.address: item for item in published_at_addresses(_addresses())}
    everything = reverse("articles:index")
    return [
        BodyArea(area, title, pages[address].get_absolute_url() if address in pages else everything)
        for area, title, address in AREAS
    ]


def other_body_areas(item):
    """The other parts of the body with a page of their own, on the page about one."""
    if item.address not in _addresses():
        return []
    beside = {item.get_absolute_url(), reverse("articles:index")}
    return [area for area in body_areas() if area.url not in beside]


def _addresses():
    return [address for _, _, address in AREAS]
