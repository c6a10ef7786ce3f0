"""Work on the parsed tree that several constructs share."""

import html
import re
from collections.abc import Callable, Collection
from xml.etree.ElementTree import Element

from .stamps import wipe

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_INLINE = {"a", "button", "code", "em", "span", "strong", "sup"}
_SILENT = {"citation", "term__meaning"}  # classes of what is no part of the sentence
_TAG_START = re.compile(r"<+(?=[A-Za-z/!?])")

Make = Callable[[re.Match[str]], list[Element]]


def substitute(
    element: Element, pattern: re.Pattern[str], make: Make, skip: Collection[str]
) -> None:
    """Replace the matches below an element in reading order; where make gives [], text stays."""
    if element.tag in skip:
        return
    element.text, parts = _split(element.text, pattern, make)
    for child in element:
        substitute(child, pattern, make, skip)
        child.tail, following = _split(child.tail, pattern, make)
        parts += [child, *following]
    element[:] = parts


def _split(
    text: str | None, pattern: re.Pattern[str], make: Make
) -> tuple[str | None, list[Element]]:
    """The text before the first match, then elements with the text between them as tails."""
    whole, text, end = Element("whole"), text or "", 0
    for match in pattern.finditer(text):
        if made := make(match):
            _add_text(whole, text[end : match.start()])
            whole.extend(made)
            end = match.end()
    _add_text(whole, text[end:])
    return whole.text, list(whole)


def _add_text(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = text
    else:
        element.text = text


def turn_into(element: Element, tag: str, attributes: dict[str, str], text: str = "") -> None:
    """Make another element of this one, in its place."""
    tail = element.tail
    element.clear()
    element.tag, element.text, element.tail = tag, text, tail
    element.attrib.update(attributes)


def read_text(element: Element) -> str:
    """What a reader reads in an element, one block a line, safe to show in any place."""
    text = html.unescape(wipe(_raw_text(element)))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return _TAG_START.sub("", "\n".join(line for line in lines if line))


def _raw_text(element: Element) -> str:
    if element.get("class") in _SILENT:
        return ""
    if name := element.get("data-clinic"):
        return f"{{{{{name}}}}}"
    parts = [element.text or ""]
    for child in element:
        parts += [_raw_text(child), child.tail or ""]
    text = "".join(parts)
    return text if element.tag in _INLINE else f"\n{text}\n"
