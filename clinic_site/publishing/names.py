"""Under which names the A to Z lists a page.

A page stands under its title and under what else patients call it. Fifty questions would all stand
under C, H, I and W, where nobody looks: a question stands under what it is about instead, and under
its first word only where nobody wrote that down.
"""

import re
from dataclasses import dataclass

from django.utils.text import capfirst

from .folding import folded

MOST_WORDS = 4
LONGEST_NAME = 120
DIGITS = "0"
LETTERS = "abcdefghijklmnopqrstuvwxyz"

_WHAT_IS = re.compile(r"what (?:is|are) (?:the |an? )?(?P<subject>[^?]+)\?", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?) (?=.)")
_ASKING = {
    "are", "can", "could", "did", "do", "does", "how", "is", "may", "should", "what", "when",
    "where", "who", "why", "will",
}  # fmt: skip


@dataclass(frozen=True)
class ListedName:
    """A part of the A to Z, a name as readers see it there, and what it is sorted by."""

    letter: str
    key: str
    words: str


def listed_names(title: str, also_called: list[str], text: str) -> list[ListedName]:
    """The names of a page with this text, its own first, no two of them with one key."""
    used = _stems(f"{title} {text}")
    others = [name for name in also_called if _is_name(name) and _stems(name) <= used]
    names = [*_own_name(title), *others] or [title]
    listed = {}
    for name in names:
        key = _ARTICLE.sub("", folded(name))[:LONGEST_NAME]
        listed.setdefault(key, ListedName(letter_of(key), key, capfirst(name)))
    return list(listed.values())


def letter_of(key: str) -> str:
    """What starts with no Latin letter stands with the digits."""
    return key[0] if key[:1] in {*LETTERS} else DIGITS


def _own_name(title):
    if what_is := _WHAT_IS.fullmatch(title):
        return [what_is["subject"]]
    return [] if title.endswith("?") else [title]


def _is_name(name):
    """Whether this is short and names something, and is no question of a patient."""
    words = folded(name).split()
    is_short = 0 < len(words) <= MOST_WORDS and len(name) <= LONGEST_NAME
    return is_short and words[0] not in _ASKING and "?" not in name


def _stems(text):
    """The words of a text, one and many alike.

    Other names are there for the search and so hold misspellings too. One whose words are all on
    the page is no misspelling, and who follows it finds on the page what they looked for.
    """
    return {word.removesuffix("s") for word in folded(text).split()}
