"""Which paragraphs of two texts are versions of one."""

from bisect import bisect_left
from collections import Counter, defaultdict

from .words import tokens

# From this share of common words on, two paragraphs are versions of one.
ALIKE = 0.3
# A word in more paragraphs than this does not tell which of them belong together.
COMMON = 20


def pairs_of_versions(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """The places of versions of one paragraph, in the order of both texts."""
    old_words, new_words = (
        [{token.strip() for token in tokens(row)} for row in rows] for rows in (old, new)
    )
    places = defaultdict(list)
    for place, words in enumerate(new_words):
        for word in words:
            places[word].append(place)
    found = [(i, _closest(words, new_words, places)) for i, words in enumerate(old_words)]
    return _in_order([(i, place) for i, place in found if place is not None])


def _closest(words: set[str], others: list[set[str]], places: dict[str, list[int]]) -> int | None:
    shared = Counter(
        place for word in words if len(places[word]) <= COMMON for place in places[word]
    )
    likely = [place for place, _ in shared.most_common(3)]
    best = max(likely, key=lambda place: _likeness(words, others[place]), default=None)
    return None if best is None or _likeness(words, others[best]) < ALIKE else best


def _likeness(words: set[str], others: set[str]) -> float:
    return 2 * len(words & others) / (len(words) + len(others))


def _in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs that grows on both sides."""
    ends: list[int] = []
    chains: list[tuple] = []
    for pair in pairs:
        length = bisect_left(ends, pair[1])
        chain = (pair, chains[length - 1] if length else None)
        ends[length : length + 1] = [pair[1]]
        chains[length : length + 1] = [chain]
    return _unlinked(chains[-1]) if chains else []


def _unlinked(chain: tuple | None) -> list[tuple[int, int]]:
    pairs = []
    while chain:
        pair, chain = chain
        pairs.append(pair)
    return pairs[::-1]
