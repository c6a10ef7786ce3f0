"""The parts of the drawn body, and what studies found about each."""

from typing import NamedTuple

from faq.models import Question

QUESTION = "what-can-dry-needling-be-used-for"
AREAS = [
    ("head", "Head", "h-headache"),
    ("neck", "Neck", "h-neck"),
    ("shoulder", "Shoulder", "h-shoulder"),
    ("back", "Low back", "h-low-back"),
    ("knee", "Knee", "h-knee"),
    ("heel", "Heel", "h-heel"),
]


class BodyArea(NamedTuple):
    """A part of the drawing: `area` is its name there, `url` what the clinic says about it."""

    area: str
    title: str
    url: str


def body_areas():
    """The areas in the order of the list; none while the page about them is not public."""
    question = Question.objects.published().filter(slug=QUESTION).only("slug").first()
    if question is None:
        return []
    url = question.get_absolute_url()
    return [BodyArea(area, title, f"{url}#{anchor}") for area, title, anchor in AREAS]
