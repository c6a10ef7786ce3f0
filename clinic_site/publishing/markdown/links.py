"""Links: `[text](faq:slug)` to an item of the site, or to an address."""

import html
import re
from xml.etree.ElementTree import Element

from .page import Page
from .stamps import line_of, wipe
from .tree import read_text

_ITEM = re.compile(r"([a-z]+:[\w-]+)(#h-[\w-]+)?")
_ADDRESS = re.compile(r"""(?:https?://|mailto:|tel:|/(?!/))[^\s"<>]+|/""", re.IGNORECASE)
_VAGUE = {"", "click here", "here", "link", "read more", "this link", "this page"}
_MOST_NAMED = 5


def resolve_links(root: Element, page: Page) -> None:
    """Give each link its address, or make it text; fills page.linked. Headings have ids already."""
    anchors = [f"#{element.get('id')}" for element in root.iter() if element.get("id")]
    for link in root.iter("a"):
        if not link.get("id"):  # a citation has one, and leads to the references
            _resolve(link, anchors, page)


def _resolve(link: Element, anchors: list[str], page: Page) -> None:
    line = line_of("".join(link.itertext()))
    if read_text(link).strip(" .").lower() in _VAGUE:
        page.report(line, "The link's text does not say where it leads. Name the page it opens.")
    address = wipe(html.unescape(link.get("href"))).strip()
    link.attrib.clear()
    if url := _url(address, anchors, page):
        link.set("href", url)
        if url.lower().startswith("http"):
            link.set("rel", "noopener")
    else:
        link.tag = "span"
        page.report(line, f"The link leads nowhere: {_reason(address, anchors)}")


def _url(address: str, anchors: list[str], page: Page) -> str | None:
    if address in anchors:
        return address
    if _ADDRESS.fullmatch(address):
        return _settled(address, page)
    item = _ITEM.fullmatch(address)
    return _item_url(item[1], item[2] or "", page) if item else None


def _settled(address: str, page: Page) -> str | None:
    """The URL of an address that was written out; one of the site itself must be there."""
    before, mark, anchor = address.partition("#")
    settled = page.facts.settle(before)
    if settled and not _ADDRESS.fullmatch(settled):
        return _item_url(settled, mark + anchor, page)
    return settled and f"{settled}{mark}{anchor}"


def _item_url(address: str, anchor: str, page: Page) -> str | None:
    url = page.facts.item_url(address)
    if url and address not in page.linked:
        page.linked.append(address)
    return f"{url}{anchor}" if url else None


def _reason(address: str, anchors: list[str]) -> str:
    """Why there is nothing at an address, and what to write instead."""
    if address.startswith("#"):
        headings = [anchor for anchor in anchors if anchor.startswith("#h-")][:_MOST_NAMED]
        known = f"Its headings are {', '.join(headings)}." if headings else "It has no headings."
        return f'this page has no place "{address}". {known}'
    if _ADDRESS.fullmatch(address):
        return (
            f'this site has no page "{address}". Write the address of an item, such as '
            "faq:its-slug, or of a page that is there."
        )
    return (
        f'there is no address "{address}". Write the address of an '
        "item, such as faq:its-slug, or one that starts with https://."
    )
