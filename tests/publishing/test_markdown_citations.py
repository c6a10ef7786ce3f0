"""Citations: numbers in order of first use, and every way to get one wrong."""

import pytest

from clinic_site.publishing.rendering import render

from .rendered import FACTS, html, problems


def citation(number, key, use):
    return f'<a aria-label="Source {number}" href="#ref-{key}" id="cite-{key}-{use}">{number}</a>'


def test_numbers_follow_the_order_of_reading():
    # The parser reads what is nested last; readers do not.
    rendered = render("- a\n\n    - b [@Brady2014]\n\nc [@Boyce2020]", FACTS)
    assert rendered.cited == ["Brady2014", "Boyce2020"]


def test_a_source_keeps_its_number():
    assert html("a [@Boyce2020] b [@Brady2014;@Boyce2020]") == (
        f'<p>a<sup class="citation">{citation(1, "Boyce2020", 1)}</sup> '
        f'b<sup class="citation">{citation(2, "Brady2014", 1)}, {citation(1, "Boyce2020", 2)}'
        "</sup></p>"
    )


def test_unknown_source_is_left_out_of_several():
    assert html("a [@Nobody; @Boyce2020]") == (
        f'<p>a<sup class="citation">{citation(1, "Boyce2020", 1)}</sup></p>'
    )


@pytest.mark.parametrize("text", ["[@Nobody]", "[@Brady2014, @Boyce2020]", "[@Brady2014", "[@]"])
def test_bad_citation_stays_as_typed(text):
    assert html(text) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[@Nobody]", 'There is no reference "Nobody"'),
        ("[@Brady2014, @Boyce2020]", 'The citation "[@Brady2014, @Boyce2020]" cannot be read'),
        ("[@Brady2014 p. 3]", 'The citation "[@Brady2014 p'),
        ("[@Brady2014", 'The citation "[@Brady2014" cannot be read'),
        ("[@]", 'The citation "[@]" cannot be read'),
        ("[a [@Brady2014]](faq:is-it-painful)", "A citation stands inside a link"),
    ],
)
def test_misuse_is_reported_with_its_line(text, message):
    assert problems(f"Text\n\n{text}") == [(3, message)]


@pytest.mark.parametrize("text", [r"\[@Nobody]", "`[@Nobody]`", "[Nobody]", "a@b.example"])
def test_no_citation_no_problem(text):
    assert problems(text) == []
