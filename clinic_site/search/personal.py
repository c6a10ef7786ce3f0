"""What may be kept of a search: words that say nothing about who typed them."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from clinic_site.publishing.folding import folded

from .spelling import corrected

# Longer ones tell a story, and stories are personal.
MOST_WORDS = 10
LONGEST = 100
# An age, or a number of days; more may be a telephone number, a birthday or a record.
MOST_DIGITS = 2

EVERYDAY_WORDS = Path(__file__).with_name("everyday_words.txt")

_ADDRESS = re.compile(r"@|//|www\.|\w\.\w{2,}", re.IGNORECASE)
_ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "ness")


def impersonal(query: str, known: Mapping[str, int]) -> str:
    """The words of a query in one spelling; "" if any of them might tell who asked.

    A word is kept when pages use it or when it is an everyday word and no name. One like a word of
    the pages counts as that word. When in doubt, the whole query is dropped. `known` has the words
    of the pages, folded, with the number of pages that hold each.
    """
    words = folded(query).split()
    if not 0 < len(words) <= MOST_WORDS or _ADDRESS.search(query) or _has_number(words, known):
        return ""
    kept = [_kept(word, known) for word in words]
    result = " ".join(kept)
    return result if all(kept) and len(result) <= LONGEST else ""


def _has_number(words, known):
    """Whether there are more digits than an age has; a number that pages name is no secret."""
    unknown = "".join(word for word in words if word not in known)
    return sum(map(str.isnumeric, unknown)) > MOST_DIGITS


def _kept(word, known):
    """The word, the known word that it is like, or ""."""
    if word in known or word.isdecimal() or _is_everyday(word):
        return word
    return corrected(word, known)


def _is_everyday(word):
    forms = {word, *(word.removesuffix(ending) for ending in _ENDINGS)}
    return not forms.isdisjoint(_everyday_words())


@cache
def _everyday_words():
    lines = EVERYDAY_WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
