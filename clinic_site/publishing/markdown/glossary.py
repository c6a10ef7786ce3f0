"""Glossary terms: the first use on a page gets its meaning in a popover."""

import re
from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement

from .page import Page, Term
from .tree import HEADINGS, substitute

_SKIP = HEADINGS | {"a", "button", "code", "figure", "summary", "sup"}


def explain_terms(root: Element, page: Page) -> None:
    """Put a button and its meaning in the place of each term's first use; fills page.terms."""
    if not page.facts.terms:
        return
    pattern, terms = _matcher(tuple(page.facts.terms))

    def make(match: re.Match[str]) -> list[Element]:
        term = terms[_normal(match["spelling"])]
        if term.term in page.terms:
            return []
        page.terms.append(term.term)
        return [_explanation(match, term.meaning, f"term-{len(page.terms)}")]

    substitute(root, pattern, make, _SKIP)


@lru_cache(maxsize=8)
def _matcher(terms: tuple[Term, ...]) -> tuple[re.Pattern[str], dict[str, Term]]:
    """A pattern of all spellings, longest first, and the term of each."""
    spellings = {
        _normal(spelling): term for term in terms for spelling in (*term.other_spellings, term.term)
    }
    longest_first = sorted(spellings, key=len, reverse=True)
    words = "|".join(re.escape(spelling).replace(r"\ ", r"\s+") for spelling in longest_first)
    pattern = (
        rf"(?P<before>[(“‘\"]*)(?<![\w-])(?P<word>(?P<spelling>{words})s?)(?![\w-])"
        r"(?P<after>[)”’\".,;:!?]*)"
    )
    return re.compile(pattern, re.IGNORECASE), spellings


def _normal(spelling: str) -> str:
    return " ".join(spelling.lower().split())


def _explanation(match: re.Match[str], meaning: str, name: str) -> Element:
    """The word with its meaning, and in one frame with them the marks beside it.

    Without the frame a line could break between a button and the full stop behind it.
    """
    frame = Element("span", {"class": "term-frame"})
    frame.text = match["before"]
    button = SubElement(frame, "button", {"type": "button", "class": "term", "popovertarget": name})
    button.text = match["word"]
    popover = SubElement(frame, "span", {"popover": "", "id": name, "class": "term__meaning"})
    popover.text = meaning
    popover.tail = match["after"]
    return frame
