"""The canonical text of an item, `to_text`, and the way back from a text to its fields.

Export writes this text, a revision stores it, compare shows it, restore reads it, digests hash it.
"""

import difflib
import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import strip_tags

from . import front_matter
from .problems import Problem, TextError

FIELD_OF_KEY = {"published": "published_at", "updated": "updated_at", "withdrawn": "withdrawn_at"}

# Keys that sort, date or connect a page; a clinician signs off all the others.
KEYS_OUTSIDE_REVIEW = {
    "topic",
    "position",
    "published",
    "updated",
    "withdrawn",
    "formerly",
    "related",
    "also_called",
    "change_note",
}

_REPLACED = re.compile(r'<figure [^>]*data-version="(\w+)"')


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def to_text(item):
    """The one serialisation of an item: front matter and body."""
    return front_matter.dump(_values_of(item, item.front_matter_fields), item.body)


def words_digest(item):
    """The digest of what a clinician signs: words and picture, not dates or order.

    The words of the rendering are among them: meanings of terms and labels of drawings. A picture
    is in the text by its name, which is a hash of its content; one that was replaced also counts
    by what replaced it.
    """
    keys = [key for key in item.front_matter_fields if key not in KEYS_OUTSIDE_REVIEW]
    shown = " ".join(strip_tags(item.body_html).split())
    replaced = "".join(_REPLACED.findall(item.body_html))
    return digest(front_matter.dump(_values_of(item, keys), item.body) + shown + replaced)


def words_of(text):
    """What of a canonical text is for readers to read: the part that a clinician signs."""
    parsed = front_matter.parse(text)
    words = {key: value for key, value in parsed.values.items() if key not in KEYS_OUTSIDE_REVIEW}
    return front_matter.dump(words, parsed.body)


@dataclass(frozen=True)
class ItemText:
    """A text as read for a model: field values, the line of each key, lines above the body."""

    values: dict
    lines: dict
    body_offset: int

    def put_into(self, item):
        for name, value in self.values.items():
            setattr(item, name, value)
        return item


def read(model, text):
    """Reads a text for a model.

    Raises TextError that names each unknown key, wrong value and missing value with its line.
    """
    parsed = front_matter.parse(text)
    problems = _unknown_keys(model, parsed)
    values = {"body": parsed.body}
    for key in model.front_matter_fields:
        field = field_of(model, key)
        try:
            values[field.name] = read_value(field, parsed.values.get(key))
        except ValidationError as error:
            line = parsed.lines.get(key, 1)
            problems += [Problem(line, f"`{key}`: {message}") for message in error.messages]
    if not values.get("published_at"):
        problems += [
            Problem(parsed.lines[key], f"`{key}` says nothing without `published`. Add it.")
            for key in ("updated", "withdrawn")
            if parsed.values.get(key)
        ]
    if not parsed.body:
        problems.append(Problem(parsed.body_offset or 1, "The text is empty. Write a body."))
    if problems:
        raise TextError(*problems)
    return ItemText(values, parsed.lines, parsed.body_offset)


def canonical(model, text):
    """The same text as `to_text` would write it. Raises TextError."""
    return to_text(read(model, text).put_into(model()))


def field_names(model):
    """The fields that the text of an item holds."""
    return {field_of(model, key).name for key in model.front_matter_fields} | {"body"}


def field_of(model, key):
    return model._meta.get_field(FIELD_OF_KEY.get(key, key))


def read_value(field, value):
    """A front-matter value as its model field holds it. Raises ValidationError."""
    if value is None or value == "":
        return _empty_value(field)
    for kind, reader in READERS.items():
        if isinstance(field, kind):
            value = reader(field, value)
            break
    if not isinstance(field, models.ForeignKey):
        field.run_validators(value)
    return value


def write_value(field, item):
    """The front-matter value of a field; None when there is nothing to write."""
    value = getattr(item, field.name)
    if isinstance(field, models.ForeignKey):
        return value and getattr(value, value.key_field)
    if isinstance(field, models.DateTimeField):
        return value and value.astimezone(UTC).replace(microsecond=0)
    return value


def _values_of(item, keys):
    values = {key: write_value(field_of(type(item), key), item) for key in keys}
    return {key: value for key, value in values.items() if value}


def _unknown_keys(model, parsed):
    known = model.front_matter_fields
    problems = []
    for key in parsed.values:
        if key not in known:
            near = difflib.get_close_matches(str(key), known, n=1)
            advice = f"Did you mean `{near[0]}`?" if near else f"Use one of: {', '.join(known)}."
            problems.append(Problem(parsed.lines[key], f"The key `{key}` is not known. {advice}"))
    return problems


def _empty_value(field):
    if not (field.blank or field.has_default() or field.null):
        raise ValidationError("A value is missing. Write one.")
    return field.get_default()


def _read_line(field, value):
    if isinstance(value, list | dict | bool):
        raise ValidationError("This is not a text. Write one line, quoted if it holds a colon.")
    return " ".join(str(value).replace("\0", "").split())


def _read_flag(field, value):
    if not isinstance(value, bool):
        raise ValidationError("This is not a yes or no. Write true or false.")
    return value


def _read_number(field, value):
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValidationError("This is not a whole number from 0. Write one, such as 10.")
    return value


def _read_moment(field, value):
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if not isinstance(value, datetime):
        raise ValidationError("This is not a date and time. Write one like 2026-11-21 08:00:00Z.")
    value = value.replace(microsecond=0)
    try:
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    except OverflowError:
        raise ValidationError("No calendar has this date. Write one like 2026-11-21.") from None


def _read_list(field, value):
    if not isinstance(value, list) or any(isinstance(v, list | dict) for v in value):
        raise ValidationError("This is not a list. Write one entry a line, each after `- `.")
    return [entry for entry in (_read_line(field, v) for v in value if v is not None) if entry]


def _read_related_row(field, value):
    model = field.related_model
    row = model.objects.filter(**{model.key_field: value}).first()
    if row is None:
        known = sorted(model.objects.values_list(model.key_field, flat=True))
        raise ValidationError(f"There is no {value!r}. Use one of: {', '.join(known) or 'none'}.")
    return row


READERS = {
    models.DateTimeField: _read_moment,
    models.IntegerField: _read_number,
    models.BooleanField: _read_flag,
    models.JSONField: _read_list,
    models.ForeignKey: _read_related_row,
    models.Field: _read_line,
}
