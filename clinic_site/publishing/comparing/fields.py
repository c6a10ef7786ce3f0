"""Two texts of an item, field by field."""

from dataclasses import dataclass
from datetime import datetime

from .. import front_matter
from ..problems import TextError
from .rows import Row, Stretch, compare, folded


@dataclass(frozen=True)
class FieldChange:
    """A field of the text by its key (`body` for what stands below the front matter)."""

    key: str
    rows: list[Row]

    @property
    def is_same(self) -> bool:
        return all(row.is_same for row in self.rows)

    @property
    def stretches(self) -> list[Stretch]:
        return folded(self.rows)


def compare_items(old: str, new: str) -> list[FieldChange]:
    """What is different in two canonical texts of an item, in the order of the newer one."""
    old_fields, new_fields = fields_of(old), fields_of(new)
    keys = sorted({**new_fields, **old_fields}, key="body".__eq__)
    changes = [FieldChange(k, compare(old_fields.get(k, ""), new_fields.get(k, ""))) for k in keys]
    return [change for change in changes if not change.is_same]


def fields_of(text: str) -> dict[str, str]:
    """Each field of a text in words; a text that cannot be read is all body."""
    try:
        parsed = front_matter.parse(text)
    except TextError:
        return {"body": text}
    return {**{key: in_words(value) for key, value in parsed.values.items()}, "body": parsed.body}


def in_words(value: object) -> str:
    if isinstance(value, list):
        return "\n".join(f"- {entry}" for entry in value)
    if isinstance(value, datetime):
        return f"{value:%d %B %Y, %H:%M %Z}"
    return str(value)
