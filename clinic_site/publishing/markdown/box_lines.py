"""The `///` lines: every box is opened and closed exactly once, or the mistake is reported."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from .boxes import BOXES, CARE_CARDS
from .page import Page
from .stamps import mark

_BOX_LINE = re.compile(r"[\s>*+:\d.-]*/{3}")
_OPENING = re.compile(r" {0,3}/{3,} *([\w-]+) *(?:\|(.*))?")
_CLOSING = re.compile(r" {0,3}/{3,} *")


def separate_boxes(text: str, page: Page) -> str:
    """The text with each good `///` line between blank lines, without the bad ones."""
    boxes = _BoxLines(page)
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        lines += boxes.read(number, line) if _BOX_LINE.match(line) else [line]
    return "\n".join(lines + boxes.finish())


class _BoxLines:
    """Knows which boxes are open, as pairs of line and name."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.open: list[tuple[int, str]] = []

    def read(self, number: int, line: str) -> list[str]:
        if _CLOSING.fullmatch(line):
            return self.close(number)
        if opening := _OPENING.fullmatch(line):
            return self.start(number, opening[1].lower(), (opening[2] or "").strip())
        self.page.report(
            number,
            "This line with /// cannot be read. Start the line with ///, then the name of the box, "
            "then | and a heading if it has one; boxes cannot stand in lists or quotations.",
        )
        return []

    def start(self, number: int, name: str, argument: str) -> list[str]:
        for message in self.mistakes(name, argument):
            self.page.report(number, message)
        self.open.append((number, name))
        return ["", f"/// {name} | {mark(number)}{argument}", ""] if name in BOXES else []

    def mistakes(self, name: str, argument: str) -> Iterator[str]:
        if name not in BOXES:
            yield f'There is no box called "{name}". {_suggestion(name)}'
        elif BOXES[name].heading and argument:
            yield f'The box "{name}" has a fixed heading. Remove the | and what follows it.'
        elif not BOXES[name].heading and not argument:
            yield f'The box "{name}" needs a heading. Write /// {name} | Your heading.'
        if name in CARE_CARDS and any(other in CARE_CARDS for _, other in self.open):
            yield "A care card stands inside another one. Close the first with ///."

    def close(self, number: int) -> list[str]:
        if not self.open:
            self.page.report(number, "This /// closes nothing. Remove it, or open a box above it.")
            return []
        _, name = self.open.pop()
        return ["", "///", ""] if name in BOXES else []

    def finish(self) -> list[str]:
        """Close what was left open."""
        lines = []
        for number, name in reversed(self.open):
            self.page.report(
                number, f'The box "{name}" is not closed. Add a line with /// after it.'
            )
            lines += ["", "///", ""] if name in BOXES else []
        return lines


def _suggestion(name: str) -> str:
    close = get_close_matches(name, BOXES, n=1)
    return f"Did you mean {close[0]}?" if close else f"Use one of: {', '.join(BOXES)}."
