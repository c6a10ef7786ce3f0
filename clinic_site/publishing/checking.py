"""Everything that is wrong with a text before it may go live."""

from . import texts
from .facts import current_facts
from .problems import Problem, TextError
from .rendering import render

# The fields of an item that hold its rendering, and the parts of the rendering they hold.
PART_OF_FIELD = {
    "body_html": "html",
    "contents": "contents",
    "plain_text": "plain_text",
    "cited": "cited",
    "linked": "linked",
    "terms": "terms",
}
RENDERING = (*PART_OF_FIELD, "rendered_with")


def checked(model, text, *, facts=None, strict=True):
    """An unsaved item that holds the text and its rendering.

    Raises TextError with every problem and its line, unless `strict` is false.
    """
    item_text = texts.read(model, text)
    item = item_text.put_into(model())
    problems = render_item(item, facts or current_facts())
    if problems and strict:
        raise TextError(*(_placed(problem, name, item_text) for name, problem in problems))
    return item


def render_item(item, facts):
    """Renders an item and saves nothing; returns (field, problem) pairs, lines of their fields."""
    rendered = render(item.body, facts)
    for name, part in PART_OF_FIELD.items():
        setattr(item, name, getattr(rendered, part))
    item.rendered_with = facts.fingerprint
    return [
        *(("body", problem) for problem in rendered.problems),
        *(("image", problem) for problem in _unknown_pictures(item, facts)),
        *(("related", problem) for problem in _unknown_related(item, facts)),
    ]


def _placed(problem, field_name, item_text):
    """A problem of a field as one of the whole text."""
    if field_name == "body":
        return problem.moved(item_text.body_offset)
    return Problem(item_text.lines.get(field_name, 1), f"`{field_name}`: {problem.message}")


def _unknown_pictures(item, facts):
    name = getattr(item, "image", "")
    if name and not facts.picture(name):
        message = f"There is no picture {name}. Use the name of one in the picture library."
        yield Problem(1, message)


def _unknown_related(item, facts):
    for line, address in enumerate(item.related, start=1):
        if facts.item_url(address) is None:
            message = f"There is no item {address}. Write an address such as faq:its-slug."
            yield Problem(line, message)
