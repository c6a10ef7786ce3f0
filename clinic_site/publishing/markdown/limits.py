"""What is refused before it is parsed, so that no text takes longer than a second to render.

Each limit is far above what a long article needs. Python-Markdown looks for the end of every
bracket as far as the paragraph goes, so the slowest texts have many brackets open at once.
"""

import re
from typing import NamedTuple

from ..problems import Problem

MAX_LINES = 2_000
MAX_DEPTH = 10
TOO_DEEP = "Lists, quotations or boxes are nested too deeply. Take them out of one another."

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_MARK = re.compile(r"[*_`\\\[(<{|#]")
_BRACKETS = re.compile(r"[\[\]]"), re.compile(r"[()]")
_DEEP = re.compile(rf"^(?: {{0,3}}(?:>|[*+-] |\d+\. )| {{4}}|\t){{{MAX_DEPTH + 1}}}", re.MULTILINE)


class Size(NamedTuple):
    """How much a text holds of what makes it slow to parse; scans are characters looked at."""

    bytes: int = 0
    marks: int = 0
    brackets: int = 0
    scans: int = 0


MAX_PARAGRAPH = Size(bytes=10_000, marks=1_000, brackets=200, scans=2_000_000)
MAX_TEXT = Size(bytes=100_000, marks=10_000, brackets=2_000, scans=2_000_000)


def refuse(text: str) -> Problem | None:
    """The reason why a text is not rendered at all, if there is one."""
    if text.count("\n") > MAX_LINES:
        return Problem(1, f"The text has more than {MAX_LINES} lines. Make several pages of it.")
    if deep := _DEEP.search(text):
        return Problem(text.count("\n", 0, deep.start()) + 1, TOO_DEEP)
    return _refuse_size(text)


def _refuse_size(text: str) -> Problem | None:
    total, line = Size(), 1
    for paragraph in _BLANK_LINE.split(text):
        size = _measure(paragraph)
        total = Size(*map(sum, zip(total, size, strict=True)))
        if excess := _excess("paragraph", size, MAX_PARAGRAPH) or _excess("text", total, MAX_TEXT):
            return Problem(line, excess)
        line += paragraph.count("\n") + 2
    return None


def _excess(whole: str, size: Size, limit: Size) -> str:
    if size.bytes > limit.bytes:
        return f"The {whole} is longer than {limit.bytes // 1000} kB. Split it."
    if size.marks > limit.marks:
        return f"The {whole} has more than {limit.marks} Markdown signs. Remove some or split it."
    if size.brackets > limit.brackets or size.scans > limit.scans:
        return f"The {whole} has too many open brackets. Close each [ with ] and each ( with )."
    return ""


def _measure(paragraph: str) -> Size:
    size = len(paragraph.encode())
    brackets = sum(_depth(kind.findall(paragraph)) for kind in _BRACKETS)
    return Size(size, len(_MARK.findall(paragraph)), brackets, size * brackets)


def _depth(brackets: list[str]) -> int:
    """How many of them are open at once, at most."""
    depth = deepest = 0
    for bracket in brackets:
        depth = depth + 1 if bracket in "[(" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest
