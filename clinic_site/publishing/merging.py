"""Two people changed one text: what both did is put together, and where they touch is told."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from merge3 import Merge3

# The gaps between paragraphs, blocks of Markdown and sentences with their sources, and the end of
# the last line. A gap too few makes a larger place to choose at; one too many would put half a
# sentence of each together.
GAPS = re.compile(
    r"""
    (\n[ \t]*\n\s*)
    |(\n)(?=[ \t]*(?:[-*+\#|>:!]|///|\d+\.[ ])|\Z)
    |(?<!^\d)(?<!^\d\d)(?<!e\.g)(?<!i\.e)(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bvs)(?<!\bapprox)
     [.!?]["”’')\]*_]*(?:[ ]\[@[^\]\n]{1,200}\])*([ \t]+)(?=[^a-z\s])
    """,
    re.VERBOSE | re.MULTILINE,
)
# More would take too long to pair when most of them are alike; 100 kB of prose have about half.
MOST_PARTS = 5_000


@dataclass(frozen=True)
class Place:
    """Where both changed the same; `at` is the offset of `mine` in the merged text."""

    base: str
    mine: str
    theirs: str
    at: int = 0


@dataclass(frozen=True)
class Merged:
    """A text with the changes of both; at each place to choose it holds `mine`."""

    text: str
    places: tuple[Place, ...] = ()


def merge_values(base: str, mine: str, theirs: str) -> Merged:
    """Who changed the value wins; when both did, it is one place. Spaces are no change."""
    if _is_same(theirs, base) or _is_same(theirs, mine):
        return Merged(mine)
    if _is_same(mine, base):
        return Merged(theirs)
    return Merged(mine, (Place(base, mine, theirs),))


def merge_entries(base: str, mine: str, theirs: str) -> Merged:
    """Lists of one entry a line, each once: all that either added, less what either took out."""
    if base in (mine, theirs):
        return Merged(theirs if mine == base else mine)
    old, ours, others = (dict.fromkeys(text.splitlines()) for text in (base, mine, theirs))
    kept = [entry for entry in ours if entry in others or entry not in old]
    added = [entry for entry in others if entry not in old and entry not in ours]
    return Merged("\n".join(kept + added))


def merge_sentences(base: str, mine: str, theirs: str) -> Merged:
    """Sentence by sentence, so that no sentence of the result is half of each."""
    sides = [_parts(side) for side in (base, mine, theirs)]
    if max(map(len, sides)) > MOST_PARTS:
        return merge_values(base, mine, theirs)
    text, places = "", []
    for kind, *groups in Merge3(*sides, sequence_matcher=_SentenceMatcher).merge_groups():
        old, ours, others = map("".join, groups if kind == "conflict" else groups * 3)
        if not _is_same(ours, others):
            places.append(Place(old, ours, others, at=len(text)))
        text += ours
    return Merged(text, tuple(places))


class _SentenceMatcher(SequenceMatcher):
    """Pairs sentences; the gaps between them only follow, or any gap would match any other."""

    def __init__(self, isjunk, a, b):
        super().__init__(str.isspace, a, b)


def _parts(text: str) -> list[str]:
    """Sentences and the gaps between them; together they are the text."""
    cuts = [cut for gap in GAPS.finditer(text) for cut in gap.span(gap.lastindex)]
    return [text[start:end] for start, end in pairwise([0, *cuts, len(text)]) if start < end]


def _is_same(one: str, other: str) -> bool:
    return one.split() == other.split()
