"""Tables: column headers for screen readers, and a frame that scrolls on small screens."""

from xml.etree.ElementTree import Element

from .page import Page
from .tree import HEADINGS, read_text, turn_into


def frame_tables(root: Element, _page: Page) -> None:
    """Wrap each table in a region, named by the heading above it, that the keyboard can scroll."""
    heading = ""
    for element in list(root.iter()):
        if element.tag in HEADINGS:
            heading = read_text(element)
        elif element.tag == "th":
            element.set("scope", "col")
        elif element.tag == "table":
            _frame(element, f"Table: {heading}" if heading else "Table")


def _frame(table: Element, label: str) -> None:
    inner = Element("table")
    inner.extend(table)
    attributes = {"class": "table-scroll", "role": "region", "aria-label": label, "tabindex": "0"}
    turn_into(table, "div", attributes)
    table.append(inner)
