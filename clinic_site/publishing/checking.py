"""Everything that is wrong with a text before it may go live."""

from . import texts
from .facts import current_facts
from .problems import Problem, TextError
from .rendering import render


PART_OF_FIELD = {
    "body_html": "html",
    "contents": "contents",
    "plain_text": "plain_text",
    "cited": "cited",
    "linked": "linked",
}
RENDERING = (*PART_OF_FIELD, "rendered_with")


def checked(model, text, *, facts=None, strict=True):
    """An unsaved item that holds the text and its rendering.

    Raises TextError with every problem and its line, unless `strict` is false.
    """
    facts = facts or current_facts()
    item_text = texts.read(model, text)
    item = item_text.put_into(model())
    rendered = render(item.body, facts)
    problems = [problem.moved(item_text.body_offset) for problem in rendered.problems]
    problems += _unknown_pictures(item_text, facts) + _unknown_related(item_text, facts)
    if problems and strict:
        raise TextError(*problems)
    _keep_rendering(item, rendered, facts)
    return item


def _keep_rendering(item, rendered, facts):
    for name, part in PART_OF_FIELD.items():
        setattr(item, name, getattr(rendered, part))
    item.rendered_with = facts.fingerprint


def _unknown_pictures(item_text, facts):
    name = item_text.values.get("image")
    if not name or facts.picture(name):
        return []
    message = f"There is no picture {name}. Use the name of one in the picture library."
    return [Problem(item_text.lines.get("image", 1), message)]


def _unknown_related(item_text, facts):
    return [
        Problem(
            item_text.lines.get("related", 1),
            f"`related`: there is no item at {address}. Write an address such as faq:its-slug.",
        )
        for address in item_text.values["related"]
        if facts.item_url(address) is None
    ]
