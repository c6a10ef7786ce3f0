"""The prose of a text: what a reader reads in sentences, without marks, tables and captions."""

import re
from dataclasses import dataclass

HEADING = re.compile(r"#{1,6}\s")
BOX = re.compile(r"///\s*([a-z-]*)")
FIGURE = re.compile(r"!\[[^\]]*\]\(.*\)$")
LIST_MARK = re.compile(r"(?:[-*+]|\d+\.)\s+")
CITATION = re.compile(r"\s*\[@[^\]]*\]")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
DETAIL = re.compile(r"\{\{\s*(\w+)\s*\}\}")
EMPHASIS = re.compile(r"[*`]+")

# How the clinic's details sound in a sentence, whatever they are in a clinic.
SPOKEN = {"clinic_name": "us", "clinic_phone": "us", "emergency_number": "999"}


@dataclass(frozen=True)
class Paragraph:
    """A paragraph or list item: its line in the text (from 1), its source and its plain words."""

    line: int
    source: str
    text: str
    is_item: bool = False


@dataclass(frozen=True)
class Section:
    """What stands below one heading, be it of a part or of a box; line 1 before the first."""

    line: int
    paragraphs: list[Paragraph]


def sections(body: str) -> list[Section]:
    """The sections of a Markdown body in their order."""
    found = [Section(1, [])]
    for number, line in enumerate(body.split("\n"), start=1):
        line = line.strip()
        box = BOX.match(line)
        if HEADING.match(line) or (box and box[1]):
            found.append(Section(number, []))
        elif line and not box and not line.startswith("|") and not FIGURE.match(line):
            found[-1].paragraphs.append(_paragraph(number, line))
    return found


def paragraphs(body: str) -> list[Paragraph]:
    return [paragraph for section in sections(body) for paragraph in section.paragraphs]


def plain(source: str) -> str:
    """The words of a line of Markdown."""
    text = LINK.sub(r"\1", CITATION.sub("", source))
    text = DETAIL.sub(lambda match: SPOKEN.get(match[1], "us"), text)
    return EMPHASIS.sub("", text)


def _paragraph(number: int, line: str) -> Paragraph:
    mark = LIST_MARK.match(line)
    source = line[mark.end() :] if mark else line.removeprefix(":").strip()
    return Paragraph(number, source, plain(source), is_item=bool(mark))
