"""The parser: Python-Markdown without what the site has no use for, and with its constructs."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

from .boxes import BoxExtension
from .citations import number_citations
from .clinic_details import check_places, place_details
from .figures import place_figures
from .glossary import explain_terms
from .headings import number_headings
from .links import resolve_links
from .page import Page
from .sanitising import report_html
from .stamps import STAMP
from .tables import frame_tables
from .tree import read_text, substitute

# Raw HTML, code blocks, underlined headings, links by reference and bare addresses.
UNUSED = (
    "html_block", "html", "entity", "raw_html", "amp_substitute",
    "code", "setextheader", "autolink", "automail",
    "reference", "image_reference", "short_reference", "short_image_ref",
)  # fmt: skip

# Python-Markdown 3.11.3 can leave its own place-holders behind, whole or broken: `*a**{*[b](c)`.
_LOST = re.compile(STAMP + "|\x02?k?(?:lzzwxh:)?\\d*\x03|\x02")


def report_lost_words(root: Element, page: Page) -> None:
    """Name the last known line before words that the parser lost."""
    line = 1

    def make(match: re.Match[str]) -> list[Element]:
        nonlocal line
        if match[1]:
            line = int(match[1])
            return []
        page.report(
            line, "Near this line * or _ do not pair up, and words are lost. Close each one."
        )
        return [Element("span")]

    substitute(root, _LOST, make, skip=())


# In this order: each may need what those before it did.
STEPS = (
    report_lost_words,
    report_html,
    check_places,
    place_figures,
    number_citations,
    number_headings,
    resolve_links,
    place_details,
    explain_terms,
    frame_tables,
)


class Constructs(Treeprocessor):
    """Runs the site's steps on the finished tree."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: Element) -> None:
        for step in STEPS:
            step(root, self.page)
        self.page.plain_text = read_text(root)


def parse(text: str, page: Page) -> str:
    """The HTML of a prepared text, not sanitised yet; fills the page."""
    extensions = [
        TableExtension(use_align_attribute=True),
        DefListExtension(),
        BoxExtension(page),
    ]
    md = Markdown(extensions=extensions, output_format="html")
    registries = md.preprocessors, md.parser.blockprocessors, md.inlinePatterns, md.postprocessors
    for registry in registries:
        for name in UNUSED:
            registry.deregister(name, strict=False)
    md.treeprocessors.register(Constructs(md, page), "constructs", -10)
    return md.convert(text)
