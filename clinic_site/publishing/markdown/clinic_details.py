"""The clinic's details: `{{clinic_phone}}`, filled in when the page is served."""

import re
from xml.etree.ElementTree import Element

from .page import Page
from .stamps import STAMP
from .tree import substitute

NAMES = ("clinic_name", "clinic_phone", "emergency_number")
_DETAIL = re.compile(rf"\{{\{{{STAMP}([^{{}}]*)(\}}\}})?")
_FIXED = ("alt", "href", "src")


def check_places(root: Element, page: Page) -> None:
    """Report details where they cannot be filled in: alt texts, addresses and code."""
    for element in root.iter():
        fixed = [element.get(name, "") for name in _FIXED]
        if element.tag == "code":
            fixed.append(element.text or "")
        for detail in _DETAIL.finditer("\n".join(fixed)):
            page.report(
                int(detail[1]),
                "The clinic's details work only in running text, not in alt texts, link addresses "
                f"or code. Take {{{{{detail[2]}}}}} out of it.",
            )


def place_details(root: Element, page: Page) -> None:
    """Put an empty element with the detail's name in the place of each detail."""

    def make(match: re.Match[str]) -> list[Element]:
        name, is_closed = match[2].strip(), bool(match[3])
        if is_closed and name in NAMES:
            return [Element("span", {"data-clinic": name})]
        page.report(
            int(match[1]),
            f'There is no clinic detail "{match[2]}". '
            f"Write one of: {', '.join(f'{{{{{known}}}}}' for known in NAMES)}.",
        )
        return []

    substitute(root, _DETAIL, make, skip={"code"})
