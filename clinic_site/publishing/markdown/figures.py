"""Figures: an image alone in its paragraph, `![alt text](file.svg "Caption")`."""

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from clinic_site.images.shown import Shown

from .page import Page
from .stamps import line_of, wipe
from .tree import turn_into

# How wide .figure in item.css shows a picture: the column of text, or what a phone leaves of it.
SIZES = "(min-width: 41rem) 36rem, calc(94vw - 2rem)"
NO_ALT_TEXT = (
    "The image has no alt text. Say in [ ] what the picture shows, "
    "or mark it as decorative in the picture library."
)

_ADDRESS = re.compile(r"/|[^/]*:")
_PLACE = re.compile(r'<span data-drawing="(\d+)"></span>')
_ROOT = re.compile(r"<svg\b[^>]*>")
_LABELLED_BY = re.compile(r'\saria-labelledby="[^"]*"')
_DESCRIPTION = re.compile(r'<desc\b[^>]*\bid="([^"]+)"')


def place_figures(root: Element, page: Page) -> None:
    """Make figures of the images; a drawing leaves a place that insert_drawings fills."""
    first = next(iter(root), None)
    for parent in list(root.iter()):
        for image in parent.findall("img"):
            _place(image, parent, page, is_first=parent is first)


def insert_drawings(text: str, page: Page) -> str:
    """The finished HTML with its drawings, which are trusted and never sanitised."""
    return _PLACE.sub(lambda place: page.drawings[int(place[1])], text)


def _place(image: Element, parent: Element, page: Page, *, is_first: bool) -> None:
    alt, name = wipe(image.get("alt")).strip(), wipe(image.get("src"))
    picture = None if _ADDRESS.match(name) else page.facts.picture(name)
    mistakes = list(_mistakes(alt, name, picture, _is_alone(image, parent)))
    for message in mistakes:
        page.report(line_of(image.get("alt")), message)
    if mistakes:
        turn_into(image, "span", {}, alt)
    else:
        _make_figure(parent, image, picture, page, is_first=is_first)


def _is_alone(image: Element, parent: Element) -> bool:
    around = f"{parent.text or ''}{image.tail or ''}"
    return parent.tag == "p" and len(parent) == 1 and not around.strip()


def _mistakes(alt: str, name: str, picture: Shown | None, is_alone: bool) -> Iterator[str]:
    if not alt and not (picture and picture.is_decorative):
        yield NO_ALT_TEXT
    if _ADDRESS.match(name):
        yield f'The image "{name}" is an address. Add the picture to the library and use its name.'
    elif not picture:
        yield f'There is no picture "{name}". Check its name in the picture library.'
    if not is_alone:
        yield "An image stands inside a text. Put it in a paragraph of its own."


def _make_figure(
    paragraph: Element, image: Element, picture: Shown, page: Page, *, is_first: bool
) -> None:
    caption, alt = image.get("title", ""), wipe(image.get("alt"))
    turn_into(paragraph, "figure", {"class": "figure"})
    if picture.version:
        paragraph.set("data-version", picture.version)
    if picture.svg:
        SubElement(paragraph, "span", {"data-drawing": str(len(page.drawings))})
        page.drawings.append(_label(picture.svg, alt))
    else:
        _add_picture(paragraph, picture, alt, "eager" if is_first else "lazy")
    if caption or picture.credit:
        _add_caption(paragraph, caption, picture.credit)


def _add_picture(figure: Element, picture: Shown, alt: str, loading: str) -> None:
    """The renditions, the best format first, and the file that every browser shows."""
    parent = SubElement(figure, "picture") if picture.sources else figure
    for kind, srcset in picture.sources:
        SubElement(parent, "source", {"type": kind, "srcset": srcset, "sizes": SIZES})
    SubElement(
        parent,
        "img",
        {
            "src": picture.url,
            "width": str(picture.width),
            "height": str(picture.height),
            "alt": alt,
            "loading": loading,
            "decoding": "async",
        },
    )


def _add_caption(figure: Element, caption: str, credit: str) -> None:
    element = SubElement(figure, "figcaption")
    element.text = f"{caption} " if caption and credit else caption
    if credit:
        SubElement(element, "span", {"class": "figure__credit"}).text = credit


def _label(svg: str, alt: str) -> str:
    """The drawing named by the alt text of this use, still described by its own description."""
    root, description = _ROOT.search(svg), _DESCRIPTION.search(svg)
    label = f' aria-label="{html.escape(html.unescape(alt))}"'
    if description:
        label += f' aria-describedby="{description[1]}"'
    opening = _LABELLED_BY.sub("", root[0]).removesuffix(">")
    return f"{opening}{label}>{svg[root.end() :]}"
