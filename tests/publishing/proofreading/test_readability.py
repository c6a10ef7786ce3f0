"""Grades against counts made by hand."""

import pytest

from clinic_site.publishing.proofreading.readability import (
    Readability,
    measure,
    sentences,
    syllables,
    words,
)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("ache", 1),
        ("needle", 2),
        ("muscle", 2),
        ("emergency", 4),
        ("acupuncture", 4),
        ("you’re", 1),
        ("lymphoedema", 3),  # by the patterns: the dictionary lacks it
        ("37", 1),
    ],
)
def test_syllables(word, count):
    assert syllables(word) == count


def test_compound_words_count_by_their_parts():
    assert words("a single-use needle, 1,000 times") == [
        "a", "single", "use", "needle", "1,000", "times",
    ]  # fmt: skip


def test_colon_ends_a_sentence_and_a_number_does_not():
    assert sentences("Call us if: you ache. It is 1.5 points. “Stop!” Is it?") == [
        "Call us if:",
        "you ache.",
        "It is 1.5 points.",
        "“Stop!",
        "Is it?",
    ]


def test_measured_text_has_the_counts_made_by_hand():
    assert measure(
        ["The needle is thin. You may feel a small ache.", "Call the emergency number."]
    ) == (Readability(words=14, sentences=3, syllables=19, polysyllables=1))


def test_grades_follow_the_formulas():
    scores = Readability(words=100, sentences=10, syllables=130, polysyllables=5)
    assert scores.flesch_kincaid == pytest.approx(0.39 * 10 + 11.8 * 1.3 - 15.59)
    assert scores.smog == pytest.approx(1.043 * (5 * 3) ** 0.5 + 3.1291)


def test_empty_text_has_grade_zero():
    scores = measure([])
    assert (scores.flesch_kincaid, scores.smog) == (0.0, 0.0)
