"""Citations: `[@Boyce2020]` or `[@Brady2014; @Boyce2020]`, numbered in order of first use."""

import re
from collections import Counter
from xml.etree.ElementTree import Element

from .page import Page
from .stamps import STAMP
from .tree import substitute

_CITATION = re.compile(rf" ?\[{STAMP}@([^\[\]]*)(\]?)")
_KEYS = re.compile(r"[\w-]+(?:; *@[\w-]+)*", re.ASCII)


def number_citations(root: Element, page: Page) -> None:
    """Put numbered links in the place of citations; fills page.cited."""
    citations = _Citations(page)
    substitute(root, _CITATION, citations.make, skip={"code", "a"})
    for link in root.iter("a"):
        substitute(link, _CITATION, citations.refuse, skip={"code", "sup"})


class _Citations:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.uses: Counter[str] = Counter()

    def make(self, match: re.Match[str]) -> list[Element]:
        line, inside, end = int(match[1]), match[2], match[3]
        if not (end and _KEYS.fullmatch(inside)):
            self.page.report(
                line,
                f'The citation "[@{inside}{end}" cannot be read. '
                "Write [@Key], or [@Key; @OtherKey] for several.",
            )
            return []
        keys = [key.strip(" @") for key in inside.split(";")]
        known = [key for key in keys if self.is_known(key, line)]
        return [self.element(known)] if known else []

    def refuse(self, match: re.Match[str]) -> list[Element]:
        self.page.report(int(match[1]), "A citation stands inside a link. Put it after the link.")
        return []

    def is_known(self, key: str, line: int) -> bool:
        if key in self.page.facts.references:
            return True
        self.page.report(
            line, f'There is no reference "{key}". Check the spelling, or add it to the references.'
        )
        return False

    def element(self, keys: list[str]) -> Element:
        sup = Element("sup", {"class": "citation"})
        for key in keys:
            link = self.link(key)
            link.tail = ", "
            sup.append(link)
        link.tail = None
        return sup

    def link(self, key: str) -> Element:
        if key not in self.page.cited:
            self.page.cited.append(key)
        self.uses[key] += 1
        number = str(self.page.cited.index(key) + 1)
        attributes = {
            "href": f"#ref-{key}",
            "id": f"cite-{key}-{self.uses[key]}",
            "aria-label": f"Source {number}",
        }
        link = Element("a", attributes)
        link.text = number
        return link
