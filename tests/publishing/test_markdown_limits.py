"""Limits: what is refused, and what is not; tests/benchmarks/slowest_texts.py times the rest."""

import pytest

from clinic_site.publishing.markdown.limits import LIMITS, MAX_DEPTH
from clinic_site.publishing.rendering import Rendered, render
from tests.benchmarks.slowest_texts import SLOW

from .rendered import FACTS, problems

LINES, ALL_LINES, _ = LIMITS["lines"]
BYTES, ALL_BYTES, _ = LIMITS["bytes"]
MARKS, ALL_MARKS, _ = LIMITS["Markdown signs"]
BRACKETS, ALL_BRACKETS, _ = LIMITS["open brackets"]
BELOW = {
    "bytes": ("Plain words. " * 20 + "\n\n") * 380,
    "lines": "a\n" * (LINES - 2),
    "depth": "- " * MAX_DEPTH + "a",
    "paragraph": "a" * BYTES,
    "marks": "*a* " * (MARKS // 2),
    "brackets": "[" * BRACKETS,
}
ABOVE = {
    "bytes": ("é" * 4_000 + "\n\n") * (ALL_BYTES // 8_000 + 1),
    "lines": "a\n" * LINES,
    "all lines": "a\n\n" * ALL_LINES,
    "list depth": "- " * (MAX_DEPTH + 1) + "a",
    "quotation depth": ">" * (MAX_DEPTH + 1) + "a",
    "recursion": "a\n: b\n" * 900,
    "paragraph": "a" * (BYTES + 1),
    "marks": "*a* " * (MARKS // 2 + 1),
    "all marks": ("*a* " * 400 + "\n\n") * (ALL_MARKS // 800 + 1),
    "brackets": "[" * (BRACKETS + 1),
    "nested brackets": "[" * (BRACKETS + 1) + "]" * (BRACKETS + 1),
    "all brackets": ("[" * BRACKETS + "\n\n") * (ALL_BRACKETS // BRACKETS + 1),
    "characters after brackets": ("[" * 100 + "a" * 9_000 + "\n\n") * 3,
    "parentheses": "[a](" * (BRACKETS + 1),
    "cells": "## A\n" + "|a" * 45 + "\n" + "|-" * 45 + "\n" + "b\n" * 45,
    "box lines": "/// do\n\n" * (LIMITS["lines with ///"].text + 1),
}


@pytest.mark.parametrize("text", BELOW.values(), ids=BELOW)
def test_text_below_the_limits_is_rendered(text):
    assert render(text, FACTS).plain_text != ""


@pytest.mark.parametrize("text", ABOVE.values(), ids=ABOVE)
def test_text_above_a_limit_gives_one_problem_and_nothing_else(text):
    rendered = render(text, FACTS)
    assert rendered == Rendered(problems=rendered.problems)
    assert len(rendered.problems) == 1


def test_the_paragraph_is_named_by_its_line():
    message = "The text has too many open brackets (at most 200 a paragraph, 2,000 in all)"
    assert problems("a\n\nb\nc\n\n" + "[" * 201) == [(6, message)]


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_the_slowest_texts_are_not_refused(text):
    assert render(text, FACTS).html != ""
