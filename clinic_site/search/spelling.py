"""What somebody may have meant to type."""

import re
from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from clinic_site.publishing.folding import folded

SHORTEST_WORD = 4
LONGEST_WORD = 40
# A query with more unknown words than this is about something else, or in another language.
MOST_UNKNOWN = 4
SHORT, LONG = 6, 12

_WORD = re.compile(r"[\w'’]+")
_ENDINGS = ("s", "es", "d", "ed", "ing", "er")


def corrected(query: str, vocabulary: Mapping[str, int]) -> str:
    """The query with its unknown words replaced by known ones like them; "" when none is like.

    `vocabulary` has every known word, folded, with the number of pages that hold it.
    """
    known = f" {' '.join(vocabulary)}"
    typed = dict.fromkeys(_WORD.findall(query))
    unknown = [word for word in typed if _is_correctable(word) and not _is_known(word, known)]
    if len(unknown) > MOST_UNKNOWN:
        return ""
    meant = {word: _nearest(folded(word), vocabulary) or word for word in unknown}
    result = _WORD.sub(lambda match: meant.get(match[0], match[0]), query)
    return result if result != query else ""


def _is_correctable(word):
    """Words alone: no number, nothing short, nothing that no word is as long as."""
    word = folded(word)
    return word.isalpha() and SHORTEST_WORD <= len(word) <= LONGEST_WORD


def _is_known(word, known):
    """Whether this is a known word, the beginning of one or a form of one."""
    word = folded(word)
    stems = [word.removesuffix(ending) for ending in _ENDINGS]
    starts = {word, *(stem for stem in stems if len(stem) >= SHORTEST_WORD)}
    return any(f" {start}" in known for start in starts)


def _nearest(word, vocabulary):
    """The known word with the fewest slips between, and of those the one on most pages."""
    most = _most_slips(word)
    found = process.extract(
        word, list(vocabulary), scorer=OSA.distance, score_cutoff=most, limit=None
    )
    # Few people err in the first letter.
    near = [(slips + (other[0] != word[0]), -vocabulary[other], other) for other, slips, _ in found]
    slips, _, other = min(near, default=(most + 1, 0, ""))
    return other if slips <= most else ""


def _most_slips(word):
    """A slip is a letter too many, too few, wrong or changed with its neighbour."""
    return 1 + (len(word) >= SHORT) + (len(word) >= LONG)
