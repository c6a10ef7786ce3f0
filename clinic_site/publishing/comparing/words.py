"""Two versions of a paragraph, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

# With the space before it: a citation, the target of a link, a detail of the clinic, a word or
# number, or a run of one mark, such as ** or ##.
TOKEN = re.compile(
    r"\s*(?:\[@[^\[\]]{1,200}\]|\]\([^()\s]{1,300}\)|\{\{\w+\}\}|\w+(?:[.,'’-]\w+)*|([^\w\s])\1*)"
)


@dataclass(frozen=True)
class Piece:
    """A part of both versions. Where they agree, only their spaces may be different."""

    old: str
    new: str
    is_same: bool

    @property
    def size(self) -> int:
        return max(len(self.old), len(self.new))


def tokens(text: str) -> list[str]:
    """The words and marks of a text, each with the space before it; nothing is left out."""
    found = [match[0] for match in TOKEN.finditer(text.rstrip())]
    if not found:
        return [text] if text else []
    found[-1] += text[sum(map(len, found)) :]
    return found


def compare_words(old: str, new: str) -> list[Piece]:
    """The pieces of two versions: put together, each side gives its version exactly."""
    old_tokens, new_tokens = tokens(old), tokens(new)
    matcher = SequenceMatcher(None, _words(old_tokens), _words(new_tokens))
    pieces = [
        Piece("".join(old_tokens[i:j]), "".join(new_tokens[k:m]), tag == "equal")
        for tag, i, j, k, m in matcher.get_opcodes()
    ]
    return [part for piece in _joined(_without_crumbs(pieces)) for part in _after_space(piece)]


def _words(tokens: list[str]) -> list[str]:
    return [token.strip() for token in tokens]


def _without_crumbs(pieces: list[Piece]) -> list[Piece]:
    """A few equal words amid larger changes are chance: they read better as part of these."""
    return [
        Piece(piece.old, piece.new, False) if _is_crumb(pieces, place) else piece
        for place, piece in enumerate(pieces)
    ]


def _is_crumb(pieces: list[Piece], place: int) -> bool:
    if not pieces[place].is_same or not 0 < place < len(pieces) - 1:
        return False
    return pieces[place].size <= min(pieces[place - 1].size, pieces[place + 1].size)


def _joined(pieces: list[Piece]) -> list[Piece]:
    runs = [list(run) for _, run in groupby(pieces, key=lambda piece: piece.is_same)]
    return [
        Piece("".join(p.old for p in run), "".join(p.new for p in run), run[0].is_same)
        for run in runs
    ]


def _after_space(piece: Piece) -> list[Piece]:
    """A replaced part without the space before it, which both sides have."""
    old, new = piece.old.lstrip(), piece.new.lstrip()
    spaces = Piece(piece.old.removesuffix(old), piece.new.removesuffix(new), True)
    if piece.is_same or not (old and new and spaces.old and spaces.new):
        return [piece]
    return [spaces, Piece(old, new, False)]
