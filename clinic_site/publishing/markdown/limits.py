"""What is refused before it is parsed, so that no text takes longer than about a second.

Each limit is far above what a long article needs.
"""

import re
from typing import NamedTuple

from .page import Problem

MAX_BYTES = 100_000
MAX_LINES = 3_000
MAX_DEPTH = 10
TOO_DEEP = "Lists, quotations or boxes are nested too deeply. Take them out of one another."

_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_MARK = re.compile(r"[*_`\\\[(<{|#]")
_BRACKET = re.compile(r"[\[\]]")
_DEEP = re.compile(rf"^(?: {{0,3}}(?:>|[*+-] |\d+\. )| {{4}}|\t){{{MAX_DEPTH + 1}}}", re.MULTILINE)


class Size(NamedTuple):
    """Characters, marks that may start a construct, and the `[` that no `]` closes."""

    characters: int
    marks: int
    open: int


MAX_PARAGRAPH = Size(characters=10_000, marks=1_000, open=200)
MAX_TEXT = Size(characters=MAX_BYTES, marks=10_000, open=2_000)


def refuse(text: str) -> Problem | None:
    """The reason why a text is not rendered at all, if there is one."""
    if len(text.encode()) > MAX_BYTES:
        return Problem(1, "The text is longer than 100 kB. Make several pages of it.")
    if text.count("\n") > MAX_LINES:
        return Problem(1, f"The text has over {MAX_LINES} lines. Make several pages of it.")
    if deep := _DEEP.search(text):
        return Problem(text.count("\n", 0, deep.start()) + 1, TOO_DEEP)
    return _refuse_marks(text)


def _refuse_marks(text: str) -> Problem | None:
    total, line = Size(0, 0, 0), 1
    for paragraph in _BLANK_LINES.split(text):
        size = _measure(paragraph)
        total = Size(*map(sum, zip(total, size, strict=True)))
        if _exceeds(size, MAX_PARAGRAPH) or _exceeds(total, MAX_TEXT):
            return Problem(line, "")
        line += paragraph.count("\n") + 2
    return None


def _measure(paragraph: str) -> Size:
    depth = 0
    for bracket in _BRACKET.findall(paragraph):
        depth = depth + 1 if bracket == "[" else max(depth - 1, 0)
    return Size(len(paragraph), len(_MARK.findall(paragraph)), depth)


def _exceeds(size: Size, limit: Size) -> bool:
    return any(value > most for value, most in zip(size, limit, strict=True))
