"""What is found in one text before it goes live, placed where its writer looks for it."""

from dataclasses import dataclass

from ..checking import render_item
from ..facts import current_facts
from ..problems import TextError
from .findings import Proof
from .library import proofread_alone
from .rules import proofread


@dataclass(frozen=True)
class PlacedFinding:
    """What is wrong in which field of an item, on which of its lines."""

    field: str
    line: int
    message: str
    is_error: bool = True


def check_text(model, text, facts=None):
    """All findings for the text of an item but those that need the whole library."""
    try:
        proof = Proof("", model, text)
    except TextError as error:
        return [PlacedFinding("whole text", p.line, p.message) for p in error.problems]
    problems = render_item(proof.item, facts or current_facts())
    return [
        *(PlacedFinding(_label(model, name), p.line, p.message) for name, p in problems),
        *(_placed(proof, finding) for finding in [*proofread(proof), *proofread_alone(proof)]),
    ]


def _placed(proof, finding):
    line = finding.line - proof.item_text.body_offset
    key_at = {line: key for key, line in proof.item_text.lines.items()}
    name, line = (key_at[finding.line], 1) if line < 1 else ("body", line)
    return PlacedFinding(_label(type(proof.item), name), line, finding.message, finding.is_error)


def _label(model, name):
    return model._meta.get_field(name).verbose_name
