"""Line numbers that travel through the parser.

Python-Markdown forgets where a text came from, so each place at which a construct may start gets
its line number as an invisible stamp. Whatever is left of them is wiped off the finished HTML.
"""

import re

STAMP = "\ue000(\\d+)\ue001"
_STAMP = re.compile(STAMP)
_REST = re.compile("\ue000?\\d*\ue001|\ue000")  # the parser may break one, as in `**a*a_[*b*`
_HEADING = re.compile(r"^[\s>*+:\d.-]*#{1,6} *")
_CONSTRUCT = re.compile(r"(?<!\\)(?:\[|\{\{|<(?=[A-Za-z/!?]))")


def stamp(text: str) -> str:
    """The text with a stamp after each heading mark, `[`, `{{` and `<` of a tag."""
    return "\n".join(_stamp_line(*line) for line in enumerate(text.split("\n"), start=1))


def mark(line: int) -> str:
    return f"\ue000{line}\ue001"


def line_of(text: str) -> int:
    """The line number of the first stamp in a text, 1 when there is none."""
    found = _STAMP.search(text)
    return int(found[1]) if found else 1


def wipe(text: str) -> str:
    return _REST.sub("", text)


def _stamp_line(number: int, line: str) -> str:
    line = _CONSTRUCT.sub(rf"\g<0>{mark(number)}", line)
    return _HEADING.sub(rf"\g<0>{mark(number)}", line)
