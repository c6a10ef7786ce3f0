"""Two versions of a text, row by row."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_site.publishing.comparing import Piece, Row, compare, folded
from clinic_site.publishing.comparing.rows import LONGEST_ROW

LINES = st.lists(
    st.sampled_from(
        ["", "One two three four.", "One two four.", "- a", "  - b", "# Head", "x\r", " ", "| 1 |"]
    ),
    max_size=12,
).map("\n".join)
TEXTS = LINES | st.text(alphabet="ab .-\n\t#", max_size=60)


def sides(rows):
    return (
        "".join(row.old + row.old_gap for row in rows),
        "".join(row.new + row.new_gap for row in rows),
    )


def pairs(old, new):
    """Each row as (old, new) when it changed, as one text when it did not."""
    return [row.new if row.is_same else (row.old, row.new) for row in compare(old, new)]


@given(TEXTS, TEXTS)
def test_each_side_put_together_is_its_text(old, new):
    assert sides(compare(old, new)) == (old, new)


@given(TEXTS)
def test_text_is_the_same_as_itself(text):
    assert all(row.is_same for row in compare(text, text))


def test_long_texts_are_put_together_exactly():
    words, chance = ["needle", "muscle", "may", "ache", "for", "a", "day."], random.Random(1)
    old, new = (" ".join(chance.choices(words, k=2 * LONGEST_ROW)) for _ in "ab")
    assert sides(compare(old, new)) == (old, new)


def test_changed_paragraph_stands_beside_its_old_version():
    old = "First words here.\n\nThe needle stays in for a minute.\n\nLast words."
    new = (
        "First words here.\n\nA new thought.\n\nThe needle stays in for two minutes.\n\nLast words."
    )
    assert pairs(old, new) == [
        "First words here.",
        ("", "A new thought."),
        ("The needle stays in for a minute.", "The needle stays in for two minutes."),
        "Last words.",
    ]


def test_only_the_words_that_differ_are_marked():
    [row] = compare("The needle stays in for a minute.", "The needle stays in for an hour.")
    assert row.pieces == [
        Piece("The needle stays in for", "The needle stays in for", True),
        Piece(" ", " ", True),
        Piece("a minute", "an hour", False),
        Piece(".", ".", True),
    ]


def test_paragraph_with_nothing_in_common_is_replaced_as_a_whole():
    [row] = compare("It can ache for a day.", "Call us when you feel unwell.")
    assert row.pieces == [Piece("It can ache for a day.", "Call us when you feel unwell.", False)]


def test_entries_of_a_list_are_rows():
    assert pairs("- one\n- two\n- three", "- one\n- three") == ["- one", ("- two", ""), "- three"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("a b\nc d", "a b c d"), ("a  b", "a b"), ("a\n\n\nb", "a\n\nb"), ("a \n\nb", "a\n\nb\n")],
)
def test_other_line_breaks_are_no_change(old, new):
    assert [row.is_same for row in compare(old, new)] == [True] * len(compare(old, new))


@pytest.mark.parametrize(
    ("old", "new"), [("- a\n- b", "- a\n  - b"), ("one\ntwo", "one\n\ntwo"), ("# a", "## a")]
)
def test_spaces_that_mean_something_are_a_change(old, new):
    assert not all(row.is_same for row in compare(old, new))


def row(is_same):
    return Row([Piece("a", "a" if is_same else "b", is_same)])


def test_long_unchanged_stretches_are_folded():
    rows = [row(True)] * 5 + [row(False)] + [row(True)] * 3
    assert [(len(stretch.rows), stretch.is_folded) for stretch in folded(rows)] == [
        (4, True),
        (3, False),
        (2, False),
    ]


def test_folding_loses_no_row():
    rows = [row(place % 7 == 0) for place in range(40)]
    assert [row for stretch in folded(rows) for row in stretch.rows] == rows
