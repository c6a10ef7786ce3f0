"""Headings: levels without gaps, ids, the contents list and the levels of box headings."""

from collections import Counter
from xml.etree.ElementTree import Element

from markdown.extensions.toc import slugify

from .page import Page
from .stamps import line_of
from .tree import HEADINGS, read_text

_LOWEST = 6


def number_headings(root: Element, page: Page) -> None:
    """Give headings their levels and ids; fills page.contents with those of the second level."""
    level, uses = 1, Counter()
    for element in root.iter():
        if element.tag not in HEADINGS:
            continue
        if element.get("class"):  # the heading of a box
            element.tag = f"h{min(level + 1, _LOWEST)}"
            continue
        level = _checked_level(element, level, page)
        title = read_text(element)
        element.set("id", _unique_id(title, uses))
        if level == 2:
            page.contents.append({"id": element.get("id"), "title": title})


def _checked_level(heading: Element, level_before: int, page: Page) -> int:
    level, line = int(heading.tag[1]), line_of("".join(heading.itertext()))
    if level == 1:
        page.report(line, "A heading with one # is the page's title. Start it with ##.")
        heading.tag = "h2"
        return 2
    if level > level_before + 1:
        page.report(
            line, f"The heading skips a level. Start it with {'#' * (level_before + 1)} instead."
        )
    return level


def _unique_id(title: str, uses: Counter[str]) -> str:
    slug = f"h-{slugify(title, '-') or 'section'}"
    uses[slug] += 1
    return slug if uses[slug] == 1 else _unique_id(f"{title} {uses[slug]}", uses)
