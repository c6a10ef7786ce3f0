"""What is refused before it is parsed, so that no text takes longer than a second to render.

Each limit is far above what a long article needs. Python-Markdown looks for the end of every
bracket as far as the paragraph goes, so the slowest texts have many brackets open at once.
"""

import re
from collections import Counter
from typing import NamedTuple

from ..problems import Problem


class Limit(NamedTuple):
    """How many there may be in one paragraph, how many in all, and what else to do."""

    paragraph: int
    text: int
    remedy: str


_CLOSE = "Close each [ with ] and each ( with )."
LIMITS = {
    "bytes": Limit(10_000, 100_000, "Split it."),
    "lines": Limit(500, 2_000, "Split it."),
    "Markdown signs": Limit(1_000, 10_000, "Split it, or remove some."),
    "open brackets": Limit(200, 2_000, _CLOSE),
    "characters after open brackets": Limit(2_000_000, 2_000_000, _CLOSE),
    "table cells": Limit(2_000, 10_000, "Make smaller tables."),
    "lines with ///": Limit(400, 400, "Remove some boxes."),
}
MAX_DEPTH = 10
TOO_DEEP = "Lists, quotations or boxes are nested too deeply. Take them out of one another."

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_MARK = re.compile(r"[*_`\\\[(<{|#]")
_BRACKETS = re.compile(r"[\[\]]"), re.compile(r"[()]")
_DEEP = re.compile(rf"^(?: {{0,3}}(?:>|[*+-] |\d+\. )| {{4}}|\t){{{MAX_DEPTH + 1}}}", re.MULTILINE)


def refuse(text: str) -> Problem | None:
    """The reason why a text is not rendered at all, if there is one."""
    if deep := _DEEP.search(text):
        return Problem(text.count("\n", 0, deep.start()) + 1, TOO_DEEP)
    line, total = 1, Counter[str]()
    for paragraph in _BLANK_LINE.split(text):
        amounts = _measure(paragraph)
        total.update(amounts)
        for what, limit in LIMITS.items():
            if amounts[what] > limit.paragraph or total[what] > limit.text:
                return Problem(line, _excess(what, limit))
        line += amounts["lines"]
    return None


def _excess(what: str, limit: Limit) -> str:
    most = f"{limit.paragraph:,} a paragraph, {limit.text:,} in all"
    return f"The text has too many {what} (at most {most}). {limit.remedy}"


def _measure(paragraph: str) -> dict[str, int]:
    size = len(paragraph.encode())
    brackets = sum(_depth(kind.findall(paragraph)) for kind in _BRACKETS)
    pipes = [line.count("|") for line in paragraph.split("\n")]
    return {
        "bytes": size,
        "lines": len(pipes) + 1,  # and the blank line after it
        "Markdown signs": len(_MARK.findall(paragraph)),
        "open brackets": brackets,
        "characters after open brackets": brackets * size,
        "table cells": max(pipes) * len(pipes),  # every row gets as many as the first
        "lines with ///": paragraph.count("///"),
    }


def _depth(brackets: list[str]) -> int:
    """How many of them are open at once, at most."""
    depth = deepest = 0
    for bracket in brackets:
        depth = depth + 1 if bracket in "[(" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest
