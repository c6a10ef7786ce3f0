"""Words as they are compared and sorted."""

import pytest

from clinic_site.publishing.folding import folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Does it HURT?", "does it hurt"),
        ("Sjögren’s  syndrome", "sjogrens syndrome"),
        ("post-needling", "post needling"),
        ("Straße_2", "strasse 2"),
        ("  ?! ", ""),
        ("", ""),
    ],
)
def test_words_are_folded(text, expected):
    assert folded(text) == expected
