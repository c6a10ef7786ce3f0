"""The contract of render: what comes out, in which order, for every text."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from clinic_site.publishing.rendering import Problem, Rendered, render

from .rendered import FACTS, html, problems

TEXT = """A trigger point can be sore. [@Boyce2020]

## What you can do

Call {{clinic_phone}}, or read [if it hurts](faq:is-it-painful#h-short).

### Later

- **Rest** [@Brady2014; @Boyce2020]
"""


def test_render_gives_everything_that_a_page_needs():
    assert render(TEXT, FACTS) == Rendered(
        html="""<p>A <span class="term-frame">\
<button class="term" popovertarget="term-1" type="button">\
trigger point</button><span class="term__meaning" id="term-1" popover="">A sore spot.\
</span></span> can be sore.<sup class="citation"><a aria-label="Source 1" href="#ref-Boyce2020" \
id="cite-Boyce2020-1">1</a></sup></p>
<h2 id="h-what-you-can-do">What you can do</h2>
<p>Call <span data-clinic="clinic_phone"></span>, or read \
<a href="/faq/is-it-painful/#h-short">if it hurts</a>.</p>
<h3 id="h-later">Later</h3>
<ul>
<li><strong>Rest</strong><sup class="citation">\
<a aria-label="Source 2" href="#ref-Brady2014" id="cite-Brady2014-1">2</a>, \
<a aria-label="Source 1" href="#ref-Boyce2020" id="cite-Boyce2020-2">1</a></sup></li>
</ul>""",
        contents=[{"id": "h-what-you-can-do", "title": "What you can do"}],
        plain_text="A trigger point can be sore.\nWhat you can do\n"
        "Call {{clinic_phone}}, or read if it hurts.\nLater\nRest",
        cited=["Boyce2020", "Brady2014"],
        linked=["faq:is-it-painful"],
        terms=["trigger point"],
        problems=[],
    )


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "\ue000"])
def test_empty_text_gives_empty_page(text):
    assert render(text, FACTS) == Rendered()


def test_problems_are_sorted_by_line_and_said_once():
    assert render("<b>a</b>\n\n### Deep\n\n[@A]", FACTS).problems == [
        Problem(
            1,
            "Raw HTML does not work here and is shown as text. "
            "Use Markdown; write &lt; for a less-than sign.",
        ),
        Problem(3, "The heading skips a level. Start it with ## instead."),
        Problem(5, 'There is no reference "A". Check the spelling, or add it to the references.'),
    ]


def test_lines_are_counted_alike_with_every_line_end():
    expected = [(3, 'There is no reference "A"')]
    assert [problems(f"a{end}{end}[@A]") for end in ("\n", "\r\n", "\r")] == [expected] * 3


def test_characters_that_cannot_be_stored_are_dropped():
    assert html("a\x00b\x02c\ue000d\ue001e\ud800f") == "<p>abcde?f</p>"


def test_typography_is_left_alone():
    assert html("\"Quotes\" -- and 'dots'...") == "<p>\"Quotes\" -- and 'dots'...</p>"


def test_code_is_shown_as_typed():
    assert html("`[@Nobody] trigger point <b> [a](b)`") == (
        "<p><code>[@Nobody] trigger point &lt;b&gt; [a](b)</code></p>"
    )
    assert problems("`[@Nobody] <b> [a](b)`") == []


def test_renderings_in_threads_do_not_mix():
    texts = [f"## Title {number}\n\n[@Boyce2020] {{{{nope{number}}}}}" for number in range(40)]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda text: render(text, FACTS), texts))
    assert together == [render(text, FACTS) for text in texts]


def test_words_that_the_parser_loses_are_reported():
    text = "## A\n\n*a**{*[b](pages:privacy)"
    assert html(text).split("\n")[1] == "<p>*a<strong>{</strong><span></span></p>"
    assert problems(text) == [(1, "Near this line * or _ do not pair up, and words are lost")]
