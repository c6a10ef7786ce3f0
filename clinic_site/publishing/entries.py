"""Rows that are entries of one YAML file: sources, glossary terms, topics."""

from django.core.exceptions import ValidationError

from . import front_matter, texts
from .problems import Problem, TextError


def to_text(row):
    """The canonical text of one entry, its key first."""
    return front_matter.dump_yaml({getattr(row, row.key_field): to_values(row)})


def copy(row, kept):
    """Sets the values of one row to those of another."""
    for name in row.entry_fields:
        setattr(kept, name, getattr(row, name))


def digest(row):
    return texts.digest(to_text(row))


def place(row):
    """Where an entry stands in its file: by position where there is one, then by key."""
    return getattr(row, "position", 0), getattr(row, row.key_field)


def to_values(row):
    values = {name: texts.write_value(row._meta.get_field(name), row) for name in row.entry_fields}
    return {name: value for name, value in values.items() if value}


def to_file(rows):
    """The canonical text of a whole file."""
    values = {getattr(row, row.key_field): to_values(row) for row in rows}
    return front_matter.dump_yaml(values) if values else ""


def read_file(model, text):
    """Unsaved rows by key, and problems; an entry with a problem is left out."""
    values, lines = front_matter.load_yaml(text)
    rows, problems = {}, []
    for key, entry in values.items():
        try:
            rows[str(key)] = _read_entry(model, str(key), entry, lines[str(key)])
        except TextError as error:
            problems += error.problems
    return rows, problems


def _read_entry(model, key, entry, line):
    if not isinstance(entry, dict):
        raise TextError(Problem(line, f"`{key}` has no fields. Indent them below it."))
    unknown = [name for name in entry if name not in model.entry_fields]
    problems = [
        Problem(line, f"`{key}`: `{name}` is not known. Use: {', '.join(model.entry_fields)}.")
        for name in unknown
    ]
    row = model(**{model.key_field: key})
    for name in model.entry_fields:
        field = model._meta.get_field(name)
        try:
            setattr(row, name, texts.read_value(field, entry.get(name)))
        except ValidationError as error:
            problems += [Problem(line, f"`{key}`: `{name}`: {m}") for m in error.messages]
    try:
        model._meta.get_field(model.key_field).run_validators(key)
        if not problems:
            row.clean()
    except ValidationError as error:
        problems += [Problem(line, f"`{key}`: {m}") for m in error.messages]
    if problems:
        raise TextError(*problems)
    return row
