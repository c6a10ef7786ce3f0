"""Tables: column headers for screen readers, and a frame that scrolls on small screens."""

from xml.etree.ElementTree import Element

from .page import Page
from .tree import HEADINGS, turn_into


def frame_tables(root: Element, _page: Page) -> None:
    """Wrap each table in a region, named by the heading above it, that the keyboard can scroll.

    Headings have ids already; those of boxes have none and name no table.
    """
    heading = None
    for element in list(root.iter()):
        if element.tag in HEADINGS:
            heading = element.get("id") or heading
        elif element.tag == "th":
            element.set("scope", "col")
        elif element.tag == "table":
            _frame(element, heading)


def _frame(table: Element, heading: str | None) -> None:
    inner = Element("table")
    inner.extend(table)
    name = {"aria-labelledby": heading} if heading else {"aria-label": "Table"}
    turn_into(table, "div", {"class": "table-scroll", "role": "region", "tabindex": "0"} | name)
    table.append(inner)
