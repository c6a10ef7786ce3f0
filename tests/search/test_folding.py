"""Words as they are compared."""

import pytest

from clinic_site.search.folding import folded


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Épaule", "epaule"),
        ("Don’t / don't", "dont dont"),
        ("In-and-out  STYLE!", "in and out style"),
        ("Straße", "strasse"),
        ("½ ﬁt", "1 2 fit"),
        ("_\0 🦴", ""),
    ],
)
def test_words_are_folded(text, words):
    assert folded(text) == words
