"""The text as typed: tidied, its boxes on lines of their own, its lines numbered."""

import re

from .box_lines import separate_boxes
from .page import Page
from .stamps import stamp

# Control characters, and the two characters that the stamps are made of.
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000\ue001]")
_ITEM = re.compile(r" {0,3}(?:[*+-]|\d+\.) +\S")
_BEFORE_ITEM = re.compile(r"\s*$|\s{4}|\s*(?:[*+-]|\d+\.) |#|\s*///|\s*>")


def tidy(text: str) -> str:
    """The text with \\n as its only line end, without characters that no text needs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNWANTED.sub("", text).encode("utf-8", "replace").decode()


def prepare(text: str, page: Page) -> str:
    """The text as the parser gets it; mistakes that show in its lines are reported."""
    report_clinging_lists(text, page)
    return separate_boxes(stamp(text), page)


def report_clinging_lists(text: str, page: Page) -> None:
    """Without a blank line before it, a list is run together into one paragraph."""
    lines = ["", *text.split("\n")]
    for number, line in enumerate(lines[1:], start=1):
        if _ITEM.match(line) and not _BEFORE_ITEM.match(lines[number - 1]):
            page.report(
                number,
                "The list follows its sentence without a gap. Put a blank line before the list.",
            )
