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
    """How much a text holds of what makes it slow; scans: characters looked at for brackets."""

    bytes: int = 0
    marks: int = 0
    brackets: int = 0
    scans: int = 0
    cells: int = 0
    box_lines: int = 0


MAX_PARAGRAPH = Size(10_000, 1_000, 200, 2_000_000, 2_000, 400)
MAX_TEXT = Size(100_000, 10_000, 2_000, 2_000_000, 10_000, 400)


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
    if size.cells > limit.cells:
        return f"The {whole} has more than {limit.cells} cells of tables. Make smaller tables."
    if size.box_lines > limit.box_lines:
        return f"The {whole} has more than {limit.box_lines} lines with ///. Remove some boxes."
    return ""


def _measure(paragraph: str) -> Size:
    size = len(paragraph.encode())
    brackets = sum(_depth(kind.findall(paragraph)) for kind in _BRACKETS)
    pipes = [line.count("|") for line in paragraph.split("\n")]
    return Size(
        bytes=size,
        marks=len(_MARK.findall(paragraph)),
        brackets=brackets,
        scans=size * brackets,
        cells=max(pipes) * len(pipes),  # every row gets as many as the first
        box_lines=paragraph.count("///"),
    )


def _depth(brackets: list[str]) -> int:
    """How many of them are open at once, at most."""
    depth = deepest = 0
    for bracket in brackets:
        depth = depth + 1 if bracket in "[(" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest
