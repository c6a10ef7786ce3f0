"""Two versions of a paragraph, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_site.publishing.comparing.words import compare_words, tokens

TEXTS = st.text(alphabet="ab .,*[]()@-\n\t{}é", max_size=60)


def marked(old, new):
    """The pieces in one line, as [-removed-] and {+added+}."""
    return "".join(
        piece.new
        if piece.is_same
        else (piece.old and f"[-{piece.old}-]") + (piece.new and f"{{+{piece.new}+}}")
        for piece in compare_words(old, new)
    )


@given(TEXTS, TEXTS)
def test_each_side_put_together_is_its_text(old, new):
    pieces = compare_words(old, new)
    assert "".join(piece.old for piece in pieces) == old
    assert "".join(piece.new for piece in pieces) == new


@given(TEXTS)
def test_tokens_put_together_are_the_text(text):
    assert "".join(tokens(text)) == text


@given(TEXTS)
def test_text_is_the_same_as_itself(text):
    assert [piece for piece in compare_words(text, text) if not piece.is_same] == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("It may ache a bit.", "It may ache a lot.", "It may ache a [-bit-]{+lot+}."),
        ("It can ache.", "It can really ache.", "It can{+ really+} ache."),
        ("It can really ache.", "It can ache.", "It can[- really-] ache."),
        ("About 3.5 points", "About 3.6 points", "About [-3.5-]{+3.6+} points"),
        ("Yes. [@Boyce2020]", "Yes. [@Brady2014]", "Yes. [-[@Boyce2020]-]{+[@Brady2014]+}"),
        ("See [this](faq:a) now", "See [this](faq:b) now", "See [this[-](faq:a)-]{+](faq:b)+} now"),
        ("Some bold words", "Some **bold** words", "Some{+ **+}bold{+**+} words"),
        ("don't stop", "don’t stop", "[-don't-]{+don’t+} stop"),
        ("Needling hurts", "Needling\nhurts", "Needling\nhurts"),
    ],
)  # fmt: skip
def test_changed_words_are_set_apart(old, new, expected):
    assert marked(old, new) == expected


def test_short_words_between_larger_changes_are_part_of_them():
    old = "Treatment continues for a considerable while"
    new = "Needling lasts for a couple"
    assert marked(old, new) == f"[-{old}-]{{+{new}+}}"


def test_space_before_a_replaced_word_is_no_change():
    assert marked("one two three", "one\ntwenty three") == "one\n[-two-]{+twenty+} three"
