"""Boxes: their HTML, the level of their headings, and each way to get a `///` line wrong."""

import pytest

from .rendered import html, problems


def test_key_points_get_their_heading():
    assert html("/// key-points\n\n- One\n- Two\n\n///") == (
        '<section class="key-points">\n<h2 class="box__heading">In short</h2>\n'
        "<ul>\n<li>One</li>\n<li>Two</li>\n</ul>\n</section>"
    )


@pytest.mark.parametrize(
    ("name", "spoken"),
    [("non-urgent", "Not urgent: "), ("urgent", "Urgent: "), ("emergency", "Emergency: ")],
)
def test_care_card_says_its_urgency(name, spoken):
    assert html(f"/// {name} | Call {{{{clinic_phone}}}} *now* if\n\nIt hurts.\n\n///") == (
        f'<section class="care-card care-card--{name}">\n<h2 class="care-card__heading">'
        f'<span class="visually-hidden">{spoken}</span>Call <span data-clinic="clinic_phone">'
        '</span> <em>now</em> if</h2>\n<div class="care-card__body">\n<p>It hurts.</p>\n</div>\n'
        "</section>"
    )


@pytest.mark.parametrize(
    ("name", "css", "heading"), [("do", "do-list", "Do"), ("dont", "dont-list", "Do not")]
)
def test_do_and_dont_lists(name, css, heading):
    assert html(f"/// {name}\n- Rest\n///") == (
        f'<section class="{css}">\n<h2 class="box__heading">{heading}</h2>\n'
        "<ul>\n<li>Rest</li>\n</ul>\n</section>"
    )


@pytest.mark.parametrize(
    ("name", "spoken"),
    [("warning", '<span class="visually-hidden">Important: </span>'), ("note", "")],
)
def test_callouts(name, spoken):
    assert html(f"/// {name} | Lungs\n\nTake care.\n\n///") == (
        f'<section class="callout callout--{name}">\n<h2 class="box__heading">{spoken}Lungs</h2>\n'
        "<p>Take care.</p>\n</section>"
    )


def test_details_fold_away():
    assert html("/// details | How we *know*\n\nFrom trials.\n\n///") == (
        "<details>\n<summary>How we <em>know</em></summary>\n"
        '<div class="details__body">\n<p>From trials.</p>\n</div>\n</details>'
    )


def test_box_heading_is_one_level_below_the_heading_before_it():
    text = "\n\n".join(
        f"{heading}\n\n/// do\n- a\n///" for heading in ("", "## A", "### B", "###### C")
    )
    assert [tag for tag in ("h2", "h3", "h4", "h6") if f'<{tag} class="box' in html(text)] == [
        "h2", "h3", "h4", "h6",
    ]  # fmt: skip


def test_boxes_need_no_blank_lines_around_them():
    spaced = "Before\n\n/// details | A\n\n/// note | B\n\nText\n\n///\n\n///\n\nAfter"
    assert html(spaced.replace("\n\n", "\n")) == html(spaced)
    assert problems(spaced.replace("\n\n", "\n")) == []


def test_indented_lines_after_the_opening_are_no_options():
    assert html("/// note | A\n    attrs: {onclick: evil(), id: x}\n\nText\n\n///") == (
        '<section class="callout callout--note">\n<h2 class="box__heading">A</h2>\n'
        "<p>attrs: {onclick: evil(), id: x}</p>\n<p>Text</p>\n</section>"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\n/// note | A\n\nb", (3, 'The box "note" is not closed')),
        ("a\n\n///", (3, "This /// closes nothing")),
        ("/// warnign | A\n\nb\n\n///", (1, 'There is no box called "warnign"')),
        ("/// key points", (1, "This line with /// cannot be read")),
        ("- /// note | A", (1, "This line with /// cannot be read")),
        ("> /// note | A", (1, "This line with /// cannot be read")),
        ("/// warning\n\nb\n\n///", (1, 'The box "warning" needs a heading')),
        ("/// do | Now\n- a\n///", (1, 'The box "do" has a fixed heading')),
        (
            "## A\n\n/// urgent | A\n\n/// emergency | B\n\nb\n\n///\n\n///",
            (5, "A care card stands inside another one"),
        ),
        ("/// do\nRest\n///", (1, 'The box "do" must hold one bullet list and nothing else')),
        ("/// do\n///", (1, 'The box "do" must hold one bullet list and nothing else')),
        ("/// dont\n1. a\n///", (1, 'The box "dont" must hold one bullet list and nothing else')),
        (
            "/// dont\n- a\n\nb\n///",
            (1, 'The box "dont" must hold one bullet list and nothing else'),
        ),
    ],
)
def test_misuse_is_reported_with_its_line(text, expected):
    assert problems(text) == [expected]


def test_what_stands_in_an_unknown_box_is_kept():
    assert html("/// warnign | A\n\nText\n\n///\n\nAfter") == "<p>Text</p>\n<p>After</p>"


def test_an_open_box_is_closed_at_the_end():
    assert html("/// note | A\n\nText") == html("/// note | A\n\nText\n\n///")
    assert problems("/// note | A\n\n/// details | B\n\nText\n\n///") == [
        (1, 'The box "note" is not closed')
    ]
