"""The last word on what reaches a reader: an allow-list of tags, attributes and addresses."""

import re
from xml.etree.ElementTree import Element

import nh3

from .figures import SIZES
from .page import Page
from .stamps import STAMP
from .tree import substitute

TAGS = {
    "a", "blockquote", "br", "button", "code", "dd", "details", "div", "dl", "dt", "em",
    "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p",
    "picture", "section", "source", "span", "strong", "summary", "sup", "table", "tbody", "td",
    "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "id", "aria-label", "rel"},
    "button": {"popovertarget"},
    "div": {"aria-label", "aria-labelledby"},
    "figure": {"data-version"},
    "img": {"src", "width", "height", "alt"},
    "ol": {"start"},
    "source": {"srcset"},
    "span": {"popover", "id", "data-clinic", "data-drawing"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
ATTRIBUTE_VALUES = {
    "button": {"type": {"button"}},
    "div": {"role": {"region"}, "tabindex": {"0"}},
    "img": {"loading": {"eager", "lazy"}, "decoding": {"async"}},
    "source": {"type": {"image/avif", "image/webp"}, "sizes": {SIZES}},
    "td": {"align": {"left", "center", "right"}},
    "th": {"align": {"left", "center", "right"}, "scope": {"col"}},
}
_BOX_HEADINGS = {"box__heading", "care-card__heading"}
CLASSES = {
    "button": {"term"},
    "div": {"care-card__body", "details__body", "table-scroll"},
    "figure": {"figure"},
    "section": {
        "key-points", "care-card", "care-card--non-urgent", "care-card--urgent",
        "care-card--emergency", "do-list", "dont-list", "callout", "callout--warning",
        "callout--note",
    },
    "span": {"figure__credit", "term-frame", "term__meaning", "visually-hidden"},
    "sup": {"citation"},
    **{f"h{level}": _BOX_HEADINGS for level in range(2, 7)},
}  # fmt: skip
URL_SCHEMES = {"http", "https", "mailto", "tel"}

_URL = re.compile(r"(?:https?://|mailto:|tel:|/(?!/)|#(?:h|ref)-)", re.IGNORECASE)
_PICTURE = r"(?:https?://|/(?!/))[^\s,]+ \d+w"
_START = {
    "id": re.compile(r"(?:h|cite|term)-"),
    "aria-labelledby": re.compile(r"h-[\w-]+\Z"),  # one heading; a list could name others
    "href": _URL,
    "src": _URL,
    "srcset": re.compile(rf"{_PICTURE}(?:, {_PICTURE})*\Z"),
    "data-version": re.compile(r"[0-9a-f]+\Z"),
}
_TAG = re.compile(rf"<{STAMP}")


def _keep(_tag: str, attribute: str, value: str) -> str | None:
    start = _START.get(attribute)
    return None if start and not start.match(value) else value


_cleaner = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    tag_attribute_values=ATTRIBUTE_VALUES,
    allowed_classes=CLASSES,
    url_schemes=URL_SCHEMES,
    attribute_filter=_keep,
    link_rel=None,
)


def sanitise(text: str) -> str:
    """The HTML with nothing in it but what is listed above."""
    return _cleaner.clean(text)


def report_html(root: Element, page: Page) -> None:
    """Raw HTML is shown as text; say so."""

    def report(match: re.Match[str]) -> list[Element]:
        page.report(
            int(match[1]),
            "Raw HTML does not work here and is shown as text. "
            "Use Markdown; write &lt; for a less-than sign.",
        )
        return []

    substitute(root, _TAG, report, skip={"code"})
