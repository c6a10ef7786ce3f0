"""Limits: what is refused, and that what is not refused is quick."""

from time import process_time

import pytest

from clinic_site.publishing.markdown.limits import MAX_DEPTH, MAX_LINES, MAX_PARAGRAPH, MAX_TEXT
from clinic_site.publishing.rendering import Rendered, render

from .rendered import FACTS, problems

BELOW = {
    "bytes": ("Plain words. " * 20 + "\n\n") * 380,
    "lines": "a\n" * MAX_LINES,
    "depth": "- " * MAX_DEPTH + "a",
    "paragraph": "a " * (MAX_PARAGRAPH.bytes // 2 - 1),
    "marks": "*a* " * (MAX_PARAGRAPH.marks // 2),
    "brackets": "[" * MAX_PARAGRAPH.brackets,
}
ABOVE = {
    "bytes": "é" * (MAX_TEXT.bytes // 2) + "a",
    "lines": "a\n" * (MAX_LINES + 1),
    "list depth": "- " * (MAX_DEPTH + 1) + "a",
    "quotation depth": ">" * (MAX_DEPTH + 1) + "a",
    "recursion": "a\n: b\n" * 900,
    "paragraph": "a" * (MAX_PARAGRAPH.bytes + 1),
    "marks": "*a* " * (MAX_PARAGRAPH.marks // 2 + 1),
    "all marks": ("*a* " * 400 + "\n\n") * (MAX_TEXT.marks // 800 + 1),
    "brackets": "[" * (MAX_PARAGRAPH.brackets + 1),
    "nested brackets": "[" * 201 + "]" * 201,
    "all brackets": ("[" * 200 + "\n\n") * (MAX_TEXT.brackets // 200 + 1),
    "cells": "|a" * 41 + "\n" + "|-" * 41 + "\n" + "b\n" * 48,
    "box lines": "/// do\n\n" * 401,
    "parentheses": "[a](" * (MAX_PARAGRAPH.brackets + 1),
}
SLOW = {
    "brackets": ("[" * 40 + "word " * 1_980 + "\n\n") * 5,
    "addresses": ("[a](" * 20 + "word " * 1_980 + "\n\n") * 5,
    "boxes": "/// details | a\n\n" * 400,
    "headings": ("## a\n" * 450 + "\n") * 4,
    "rules": "---\n" * 1_900,
    "emphasis": ("*a **b _c " * 90 + "\n\n") * 20,
    "closed emphasis": ("*a* " * 490 + "\n\n") * 10,
    "citations": ("[@Boyce2020; @Brady2014] " * 390 + "\n\n") * 10,
    "lists": "- a\n\n" * 950,
    "definitions": ": a\n" * 1_900,
    "tables": ("|a" * 40 + "\n" + "|-" * 40 + "\n" + "b\n" * 45 + "\n") * 5,
    "backslashes": ("\\#" * 490 + "\n\n") * 10,
    "spaces": ("a" + " " * 9_990 + "b\n\n") * 9,
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
    assert problems("a\n\nb\nc\n\n" + "[" * 201) == [
        (6, "The paragraph has too many open brackets")
    ]


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_the_slowest_texts_take_less_than_a_second(text):
    started = process_time()
    assert render(text, FACTS).html != ""
    assert process_time() - started < 1
