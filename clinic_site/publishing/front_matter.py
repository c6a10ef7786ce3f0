"""The text of a content file: YAML front matter and a Markdown body, read and written.

Reading and writing are inverses on what `dump` wrote; nothing here knows a model.
"""

import re
from dataclasses import dataclass, field

import yaml

from .problems import Problem, TextError

try:
    from yaml import CSafeDumper as Dumper
    from yaml import CSafeLoader as Loader
except ImportError:
    from yaml import SafeDumper as Dumper
    from yaml import SafeLoader as Loader

STRING = "tag:yaml.org,2002:str"
NO_WRAPPING = 100_000
SPLIT = re.compile(r"---[ \t]*\n(?P<head>.*?)^---[ \t]*$\n?(?P<body>.*)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Parsed:
    """Values by key, the line of each key, the body, and the line before its first one."""

    values: dict
    body: str
    lines: dict = field(default_factory=dict)
    body_offset: int = 0


def clean_body(text: str) -> str:
    """A body as it is stored: LF line ends, no blank lines around it, one newline at the end."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    lines = text.rstrip().split("\n")
    while lines and not lines[0].strip():
        del lines[0]
    return "\n".join(lines) + "\n" if lines else ""


def load_yaml(text: str, offset: int = 0) -> tuple[dict, dict[str, int]]:
    """The mapping that a YAML text holds, and the line of each of its keys.

    Raises TextError, its lines counted from `offset`.
    """
    try:
        node = yaml.compose(text, Loader=Loader)
        if node is None:
            return {}, {}
        if not isinstance(node, yaml.MappingNode):
            raise TextError(
                Problem(offset + 1, "This is not a list of `key: value` lines. Write it as one.")
            )
        lines = _key_lines(node, offset)
        return yaml.load(text, Loader=Loader), lines
    except yaml.YAMLError as error:
        raise TextError(_yaml_problem(error, offset)) from error
    except (ValueError, RecursionError) as error:
        raise TextError(
            Problem(offset + 1, f"The YAML holds a value that cannot be read: {error}.")
        ) from error


def dump_yaml(values: dict) -> str:
    return yaml.dump(values, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=NO_WRAPPING)


def parse(text: str) -> Parsed:
    """Splits a content file. Raises TextError with the line of what is wrong."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    match = SPLIT.match(text)
    if match is None:
        raise TextError(
            Problem(1, "The front matter is missing. Start the file with a block between `---`.")
        )
    values, lines = load_yaml(match["head"], offset=1)
    body = match["body"]
    blank = len(body) - len(body.lstrip("\n"))
    offset = text.count("\n", 0, match.start("body")) + blank
    return Parsed(values, clean_body(body), lines, offset)


def dump(values: dict, body: str) -> str:
    """The canonical text: front matter in the order given, a blank line, the body."""
    return f"---\n{dump_yaml(values) if values else ''}---\n\n{clean_body(body)}"


def _key_lines(node: yaml.MappingNode, offset: int) -> dict[str, int]:
    lines: dict[str, int] = {}
    for key, _ in node.value:
        line = offset + key.start_mark.line + 1
        if key.tag != STRING:
            raise TextError(Problem(line, "This key is no plain word. Write it as `key: value`."))
        if key.value in lines:
            raise TextError(
                Problem(line, f"The key `{key.value}` stands here a second time. Keep one.")
            )
        lines[key.value] = line
    return lines


def _yaml_problem(error: yaml.YAMLError, offset: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or "a character that is not allowed"
    line = offset + (mark.line + 1 if mark else 1)
    return Problem(line, f"The YAML cannot be read: {reason}. Check quotes, colons and indents.")
