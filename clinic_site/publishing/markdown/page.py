"""What one rendering is told (Facts) and what it finds out (Page)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from clinic_site.images.shown import Shown

from ..problems import Problem


class Term(NamedTuple):
    """A word of the glossary with its meaning in plain words."""

    term: str
    meaning: str
    other_spellings: tuple[str, ...]


def _unsettled(address: str) -> str | None:
    return address


@dataclass(frozen=True)
class Facts:
    """What the site knows: item_url answers for "faq:slug", picture for a file name.

    `settle` tells of an address without its anchor what a text should have instead: that of an
    item is "faq:slug", one that the site does not have is None.
    """

    references: Mapping[str, object]
    terms: Sequence[Term]
    item_url: Callable[[str], str | None]
    picture: Callable[[str], Shown | None]
    settle: Callable[[str], str | None] = _unsettled


@dataclass
class Page:
    """What is collected while one text is rendered."""

    facts: Facts
    problems: list[Problem] = field(default_factory=list)
    contents: list[dict[str, str]] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    drawings: list[str] = field(default_factory=list)
    plain_text: str = ""

    def report(self, line: int, message: str) -> None:
        self.problems.append(Problem(line, message))
