"""What somebody may have meant to type."""

import pytest

from clinic_site.search.spelling import corrected

KNOWN = {
    "acupuncture": 9, "ache": 4, "bleeding": 5, "does": 1, "dry": 40, "fibromyalgia": 2,
    "headache": 6, "hold": 3, "holder": 1, "migraine": 1, "moving": 9, "neck": 12, "needle": 30,
    "needling": 40, "pain": 30, "pains": 2, "pneumothorax": 2, "shoulder": 8, "sore": 9,
}  # fmt: skip


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("acupunture", "acupuncture"),
        ("fibromialgia", "fibromyalgia"),
        ("dry nedling", "dry needling"),
        ("pnumothorax", "pneumothorax"),
        ("neumothorax", "pneumothorax"),
        ("migrane", "migraine"),
        ("hedaches", "headache"),
        ("shuolder", "shoulder"),
    ],
)
def test_misspelt_words_are_corrected(query, meant):
    assert corrected(query, KNOWN) == meant


@pytest.mark.parametrize(
    "query",
    [
        "", "dry needling", "DRY Needling?", "needl", "acupunct", "needled", "aching", "nee",
        "dri", "20560", "l4l5 pain", "xqzvwk", "smoking", "%\0🦴", "'''", "a" * 10_000,
        "sholder " * 3 + "alpha bravo charlie delta echo",
    ],
)  # fmt: skip
def test_nothing_is_put_for_what_is_known_or_like_nothing(query):
    assert corrected(query, KNOWN) == ""


def test_rest_of_a_query_stays_as_it_was_typed():
    assert corrected("Does  my Sholder – 2 days later – ache?", KNOWN) == (
        "Does  my shoulder – 2 days later – ache?"
    )


def test_word_of_most_pages_is_meant_of_words_equally_like():
    assert corrected("paim", {"pain": 30, "pail": 1}) == "pain"
    assert corrected("paim", {"pain": 1, "pail": 30}) == "pail"


def test_more_like_is_meant_before_more_frequent():
    assert corrected("neddle", {"needle": 1, "needling": 30, "needed": 30}) == "needle"


def test_same_first_letter_is_meant_of_words_equally_like():
    assert corrected("sholder", {"holder": 30, "shoulder": 1}) == "shoulder"


def test_accents_do_not_make_a_word_unknown():
    assert corrected("nëedle", KNOWN) == ""


def test_nothing_is_like_a_word_when_no_word_is_known():
    assert corrected("acupunture", {}) == ""
