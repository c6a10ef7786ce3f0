"""Links: to items of the site by address, elsewhere by URL, nowhere by accident."""

from dataclasses import replace

import pytest

from clinic_site.publishing.rendering import render

from .rendered import FACTS, html, problems


@pytest.mark.parametrize(
    ("address", "attributes"),
    [
        ("faq:is-it-painful", 'href="/faq/is-it-painful/"'),
        ("faq:is-it-painful#h-later", 'href="/faq/is-it-painful/#h-later"'),
        ("https://a.example/b?c=d&e", 'href="https://a.example/b?c=d&amp;e" rel="noopener"'),
        ("mailto:a@b.example", 'href="mailto:a@b.example"'),
        ("mailto:desk", 'href="mailto:desk"'),
        ("tel:+15550100", 'href="tel:+15550100"'),
        ("tel:999", 'href="tel:999"'),
        ("http://a.example", 'href="http://a.example" rel="noopener"'),
        ("/contact/", 'href="/contact/"'),
    ],
)
def test_link_leads_to_its_address(address, attributes):
    assert html(f'[A page]({address} "title")') == f"<p><a {attributes}>A page</a></p>"
    assert problems(f"[A page]({address})") == []


def test_link_to_a_heading_of_the_same_page():
    text = "[Later](#h-later)\n\n## Later"
    assert html(text).startswith('<p><a href="#h-later">Later</a></p>')
    assert problems(text) == []


def test_every_kind_of_item_that_the_site_knows_can_be_linked():
    facts = replace(FACTS, item_url={"leaflets:knots": "/leaflets/knots/"}.get)
    rendered = render("[A leaflet](leaflets:knots)", facts)
    assert rendered.html == '<p><a href="/leaflets/knots/">A leaflet</a></p>'
    assert (rendered.linked, rendered.problems) == (["leaflets:knots"], [])


def test_linked_are_the_items_once_each():
    text = "[A](pages:privacy) [B](faq:is-it-painful#h-a) [C](pages:privacy#h-b) [D](https://a.b)"
    assert render(text, FACTS).linked == ["pages:privacy", "faq:is-it-painful"]


@pytest.mark.parametrize(
    "address",
    [
        "faq:nothing", "faq:", "article:is-it-painful", "#h-nowhere", "is-it-painful", "",
        "//a.example", "http:a", "javascript:alert", "javascript:alert(1)",
        "java&#115;cript:alert(1)", "data:text/html,a", "https://",
    ],
)  # fmt: skip
def test_link_to_nowhere_becomes_text(address):
    assert html(f"[A *page*]({address})") == "<p><span>A <em>page</em></span></p>"
    assert [line for line, _ in problems(f"Text\n\n[A page]({address})")] == [3]


@pytest.mark.parametrize("text", ["", " ", "here", "Click **here**", "Here."])
def test_link_text_must_say_where_it_leads(text):
    assert problems(f"[{text}](pages:privacy)") == [
        (1, "The link's text does not say where it leads")
    ]


@pytest.mark.parametrize("text", ["[a][b]\n\n[b]: https://a.b", "https://a.example", "[a]"])
def test_other_kinds_of_links_are_text(text):
    assert "<a" not in html(text)


@pytest.mark.parametrize(
    ("settled", "expected"),
    [
        ("faq:is-it-painful", '<a href="/faq/is-it-painful/#h-a">A page</a>'),
        ("/faq/", '<a href="/faq/#h-a">A page</a>'),
        (None, "<span>A page</span>"),
    ],
)
def test_written_out_address_is_settled_by_what_the_site_has(settled, expected):
    facts = replace(FACTS, settle={"/an/address/": settled}.get)
    assert render("[A page](/an/address/#h-a)", facts).html == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        (
            "#h-latre",
            'this page has no place "#h-latre". Its headings are #h-soon, #h-later.',
        ),
        (
            "/nope/",
            'this site has no page "/nope/". Write the address of an item, such as faq:its-slug, '
            "or of a page that is there.",
        ),
        (
            "nope/",
            'there is no address "nope/". Write the address of an item, such as faq:its-slug, or '
            "one that starts with https://.",
        ),
    ],
)
def test_link_to_nowhere_says_why_and_what_to_write(address, reason):
    facts = replace(FACTS, settle=lambda address: None)
    [problem] = render(f"## Soon\n\n## Later\n\n[A page]({address})", facts).problems
    assert (problem.line, problem.message) == (5, f"The link leads nowhere: {reason}")
