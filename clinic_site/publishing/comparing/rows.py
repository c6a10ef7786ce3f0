"""Two versions of a whole text, row by row: a row is a paragraph or an entry of a list."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, zip_longest

from .pairing import ALIKE, pairs_of_versions
from .words import Piece, compare_words

# A blank line, or a line that Markdown sets apart: list entries, headings, boxes, table rows.
ROW_END = re.compile(r"\n(?:[ \t]*\n)+|\n(?=[ \t]*(?:[-*+]\s|\d{1,9}[.)]\s|#|>|\||:|/))")
SENTENCE = re.compile(r".+?(?:[.!?]\s+|\n+|\Z)", re.DOTALL)
# Longer paragraphs are compared sentence by sentence, so that no text takes long.
LONGEST_ROW = 2_000
# Unchanged rows that stay in view beside a change.
CONTEXT = 1
SHORTEST_FOLD = 3


@dataclass(frozen=True)
class Row:
    """Two versions of a paragraph, or one that the other text lacks; the gaps follow them."""

    pieces: list[Piece]
    old_gap: str = ""
    new_gap: str = ""

    @property
    def is_same(self) -> bool:
        return all(piece.is_same for piece in self.pieces)

    @property
    def old(self) -> str:
        return "".join(piece.old for piece in self.pieces)

    @property
    def new(self) -> str:
        return "".join(piece.new for piece in self.pieces)


@dataclass(frozen=True)
class Stretch:
    """Rows that are shown together, or folded because nothing changed in them."""

    rows: list[Row]
    is_folded: bool


def compare(old: str, new: str) -> list[Row]:
    """The rows of two texts: put together with its gaps, each side gives its text exactly."""
    old_rows, new_rows = _split(old), _split(new)
    matcher = SequenceMatcher(None, *map(_without_spaces, (old_rows, new_rows)))
    rows = []
    for tag, i, j, k, m in matcher.get_opcodes():
        pair_up = _side_by_side if tag == "equal" else _versions
        rows += pair_up(old_rows[i:j], new_rows[k:m])
    return rows


def folded(rows: list[Row]) -> list[Stretch]:
    """The rows with long unchanged stretches set apart."""
    return [
        Stretch(stretch, is_far and len(stretch) >= SHORTEST_FOLD)
        for is_far, stretch in _by_distance(rows)
    ]


def _by_distance(rows: list[Row]) -> list[tuple[bool, list[Row]]]:
    changed = [place for place, row in enumerate(rows) if not row.is_same]
    near = {place + step for place in changed for step in range(-CONTEXT, CONTEXT + 1)}
    placed = groupby(enumerate(rows), key=lambda entry: entry[0] not in near)
    return [(is_far, [row for _, row in run]) for is_far, run in placed]


def _split(text: str) -> list[str]:
    ends = [match.end() for match in ROW_END.finditer(text)]
    starts = [0, *ends]
    rows = [text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True)]
    return [part for row in rows for part in _in_sentences(row) if part]


def _in_sentences(row: str) -> list[str]:
    if len(row) <= LONGEST_ROW:
        return [row]
    return [
        sentence[start : start + LONGEST_ROW]
        for sentence in SENTENCE.findall(row)
        for start in range(0, len(sentence), LONGEST_ROW)
    ]


def _without_spaces(rows: list[str]) -> list[str]:
    return [_indent(row) + " ".join(row.split()) for row in rows]


def _indent(row: str) -> str:
    """An indented line belongs to the entry above it, which the words alone do not tell."""
    return row[: len(row) - len(row.lstrip(" \t"))]


def _side_by_side(old: list[str], new: list[str]) -> list[Row]:
    return [_row(*pair) for pair in zip_longest(old, new, fillvalue="")]


def _versions(old: list[str], new: list[str]) -> list[Row]:
    """Rows in which versions of one paragraph stand together."""
    rows, i, k = [], 0, 0
    for place, other in [*pairs_of_versions(old, new), (len(old), len(new))]:
        rows += _side_by_side(old[i:place], new[k:other])
        rows += _side_by_side(old[place : place + 1], new[other : other + 1])
        i, k = place + 1, other + 1
    return rows


def _row(old: str, new: str) -> Row:
    old_words, new_words = old.rstrip(), new.rstrip()
    gaps = old.removeprefix(old_words), new.removeprefix(new_words)
    return Row(_pieces(old_words, new_words), *gaps)


def _pieces(old: str, new: str) -> list[Piece]:
    indents = _indent(old), _indent(new)
    if indents[0] != indents[1]:
        rest = _pieces(old.removeprefix(indents[0]), new.removeprefix(indents[1]))
        return [Piece(*indents, False), *rest]
    if old.split() == new.split():
        return [Piece(old, new, True)] if old else []
    return _likely_pieces(old, new)


def _likely_pieces(old: str, new: str) -> list[Piece]:
    """Word by word, unless hardly a word stayed: then one is replaced by the other."""
    pieces = compare_words(old, new)
    same = sum(piece.size for piece in pieces if piece.is_same)
    is_alike = same >= ALIKE * max(len(old), len(new))
    return pieces if is_alike else [Piece(old, new, False)]
