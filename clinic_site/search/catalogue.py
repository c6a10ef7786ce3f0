"""The words by which suggestions are found, kept in memory.

Of 10,000 items it takes too long to read them again for each letter that somebody types.
"""

import time
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from clinic_site.publishing.folding import folded
from clinic_site.publishing.models import Term
from clinic_site.publishing.registry import content_models

# How late something new may be suggested. What is not public any more is never suggested:
# suggestions.py asks the database again for each row that it finds here.
SECONDS_KEPT = 60


class Entry(NamedTuple):
    """A row that may be suggested; a space stands before each of its folded words."""

    model: type
    pk: int
    title: str
    all_names: str


def entries():
    """What may be suggested, in the order in which equals are shown."""
    return entries_in(time.monotonic() // SECONDS_KEPT)


@lru_cache(maxsize=1)
def entries_in(period):
    """What was public when it was first asked for in a period."""
    items = [
        _entry(model, *row)
        for model in content_models().values()
        for row in model.objects.published()
        .in_reading_order()
        .values_list("pk", "title", "also_called")
    ]
    terms = Term.objects.values_list("pk", "term", "other_spellings")
    return items + [_entry(Term, *row) for row in terms]


def known_words():
    """The words of all names, each with the number of rows that have it."""
    return known_words_in(time.monotonic() // SECONDS_KEPT)


@lru_cache(maxsize=1)
def known_words_in(period):
    return Counter(word for entry in entries_in(period) for word in set(entry.all_names.split()))


def _entry(model, pk, title, other_names):
    all_names = " ".join([title, *other_names])
    return Entry(model, pk, f" {folded(title)}", f" {folded(all_names)}")
