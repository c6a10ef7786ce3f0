"""The letters of the A to Z and of the glossary, as a list to jump by."""

from typing import NamedTuple

from clinic_site.publishing.names import DIGITS, LETTERS


class Letter(NamedTuple):
    """A letter as readers see it, and where it leads; nowhere while nothing starts with it."""

    label: str
    url: str


def jump_list(urls):
    """All letters, with the addresses of those that have one; digits only if they do."""
    digits = [DIGITS] if DIGITS in urls else []
    return [Letter(label_of(letter), urls.get(letter, "")) for letter in (*digits, *LETTERS)]


def label_of(letter):
    return "0–9" if letter == DIGITS else letter.upper()


def anchor_of(letter):
    return f"letter-{letter}"
