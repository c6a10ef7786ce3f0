"""A text in the site's Markdown becomes HTML; pages, previews, feeds and search share it."""

from dataclasses import dataclass, field
from operator import attrgetter

from .markdown.figures import insert_drawings
from .markdown.limits import TOO_DEEP, refuse
from .markdown.page import Facts, Page, Term
from .markdown.parsing import parse
from .markdown.sanitising import sanitise
from .markdown.source import prepare, tidy
from .markdown.stamps import wipe
from .problems import Problem

__all__ = ["Facts", "Problem", "Rendered", "Term", "render"]


@dataclass(frozen=True)
class Rendered:
    """Safe HTML and what the page around it needs.

    contents: id and title of each heading of the second level. cited: keys of references in order
    of first use. linked: addresses of items ("faq:slug"). terms: the glossary's words that are
    explained. problems: sorted by line; a text with problems is rendered as well as can be.
    """

    html: str = ""
    contents: list[dict[str, str]] = field(default_factory=list)
    plain_text: str = ""
    cited: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def render(text: str, facts: Facts) -> Rendered:
    """Render a text, whatever it holds; one that would take too long gives one problem only."""
    text = tidy(text)
    if refusal := refuse(text):
        return Rendered(problems=[refusal])
    page = Page(facts)
    try:
        html = parse(prepare(text, page), page)
    except RecursionError:
        return Rendered(problems=[Problem(1, TOO_DEEP)])
    return Rendered(
        html=insert_drawings(sanitise(wipe(html)), page),
        contents=page.contents,
        plain_text=page.plain_text,
        cited=page.cited,
        linked=page.linked,
        terms=page.terms,
        problems=sorted(dict.fromkeys(page.problems), key=attrgetter("line")),
    )
