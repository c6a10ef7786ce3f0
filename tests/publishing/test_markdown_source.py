"""Mistakes that show in the lines of the text."""

import pytest

from .rendered import html, problems


@pytest.mark.parametrize("text", ["Text:\n- a", "Text:\n1. a", "*Text*:\n* a"])
def test_list_without_a_gap_is_reported(text):
    assert problems(text) == [(2, "The list follows its sentence without a gap")]


@pytest.mark.parametrize(
    "text",
    ["- a", "- a\n- b", "- a\n    - b", "## A\n- a", "/// do\n- a\n///", "Text\n\n- a", "a\n-b"],
)
def test_list_with_a_gap_is_fine(text):
    assert problems(text) == []


def test_indented_text_is_no_code():
    assert html("    Text") == "<p>Text</p>"


def test_definition_lists():
    assert html("Band\n:   A tight strip.") == (
        "<dl>\n<dt>Band</dt>\n<dd>A tight strip.</dd>\n</dl>"
    )
