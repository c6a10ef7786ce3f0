"""What is found in a text, and the text it is found in."""

from dataclasses import dataclass
from functools import cached_property

from .. import texts
from ..checking import render_item
from ..problems import Problem
from . import prose
from .readability import Readability, measure


@dataclass(frozen=True)
class Finding:
    """A rule that a text breaks: where (file or address), line, rule, what and what to do."""

    where: str
    line: int
    rule: str
    message: str
    is_error: bool = True


class Proof:
    """An item's text laid out for the rules; lines are those of the whole text."""

    def __init__(self, where, model, text):
        """Raises TextError when the text cannot be read at all."""
        self.where = where
        self.item_text = texts.read(model, text)
        self.item = self.item_text.put_into(model())

    @cached_property
    def sections(self):
        return prose.sections(self.item.body)

    @cached_property
    def paragraphs(self):
        return [paragraph for section in self.sections for paragraph in section.paragraphs]

    @cached_property
    def short_answer(self):
        return getattr(self.item, "short_answer", "")

    @cached_property
    def opening(self):
        """The lines above the body that readers read: paragraphs, lines counted from the body."""
        return [
            prose.Paragraph(self._line_of(key), text, text)
            for key in ("summary", "short_answer")
            if (text := getattr(self.item, key, ""))
        ]

    def _line_of(self, key):
        return self.item_text.lines.get(key, 1) - self.item_text.body_offset

    @cached_property
    def readability(self) -> Readability:
        return measure([self.short_answer, *(p.text for p in self.paragraphs)])

    def problems(self, facts):
        """What would keep the text from going live; renders the item."""
        return [
            problem if name == "body" else Problem(1, problem.message)
            for name, problem in render_item(self.item, facts)
        ]

    def finding(self, rule, line, message, *, is_error=True):
        """A finding on a line of the body."""
        line += self.item_text.body_offset
        return Finding(self.where, line, rule, message, is_error)
