"""Key points, care cards, do and don't lists, callouts and details: `/// name | heading`."""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from .page import Page
from .stamps import line_of


class Box(NamedTuple):
    """How a box is built; without a fixed heading the author gives one."""

    css: str
    heading: str = ""
    spoken: str = ""  # read out before the heading, not seen
    tag: str = "section"
    heading_tag: str = "h2"  # its level is settled in headings.py
    heading_css: str = "box__heading"
    body_css: str = ""


def _care_card(urgency: str, spoken: str) -> Box:
    return Box(
        f"care-card care-card--{urgency}",
        spoken=spoken,
        heading_css="care-card__heading",
        body_css="care-card__body",
    )


CARE_CARDS = {
    "non-urgent": _care_card("non-urgent", "Not urgent: "),
    "urgent": _care_card("urgent", "Urgent: "),
    "emergency": _care_card("emergency", "Emergency: "),
}
LISTS = {
    "do": Box("do-list", heading="Do"),
    "dont": Box("dont-list", heading="Do not"),
}
BOXES = {
    "key-points": Box("key-points", heading="In short"),
    **CARE_CARDS,
    **LISTS,
    "warning": Box("callout callout--warning", spoken="Important: "),
    "note": Box("callout callout--note"),
    "details": Box(
        "", tag="details", heading_tag="summary", heading_css="", body_css="details__body"
    ),
}
_NO_OPTIONS = re.compile(r"(?!)")  # options would let a text set any attribute


class BoxBlock(Block):
    """A box; its argument carries the stamp of its line."""

    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        box = BOXES[self.NAME]
        element = _add(parent, box.tag, box.css)
        heading = _add(element, box.heading_tag, box.heading_css)
        heading.text = box.heading or self.argument
        if box.spoken:
            spoken = _add(heading, "span", "visually-hidden")
            spoken.text, spoken.tail = AtomicString(box.spoken), heading.text
            heading.text = None
        self.body = _add(element, "div", box.body_css) if box.body_css else element
        return element

    def on_add(self, block: Element) -> Element:
        return self.body

    def on_markdown(self) -> str:
        return "block"

    def on_end(self, block: Element) -> None:
        if self.NAME in LISTS and [child.tag for child in block][1:] != ["ul"]:
            self.config["page"].report(
                line_of(self.argument),
                f'The box "{self.NAME}" must hold one bullet list and nothing else. '
                "Start each of its lines with a hyphen and a space.",
            )


class BoxExtension(BlocksExtension):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        block_mgr.yaml_line = _NO_OPTIONS
        for name in BOXES:
            block_mgr.register(type("BoxBlock", (BoxBlock,), {"NAME": name}), {"page": self.page})


def _add(parent: Element, tag: str, css: str) -> Element:
    return SubElement(parent, tag, {"class": css} if css else {})
