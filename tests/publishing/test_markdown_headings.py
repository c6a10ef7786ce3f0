"""Headings: ids, contents and levels."""

import pytest

from clinic_site.publishing.rendering import render

from .rendered import FACTS, html, problems


def test_ids_are_prefixed_and_unique():
    text = "## A b\n\n## A b\n\n## A b 2\n\n### Ünïcode & *more*\n\n## 漢字"
    assert html(text).split("\n") == [
        '<h2 id="h-a-b">A b</h2>',
        '<h2 id="h-a-b-2">A b</h2>',
        '<h2 id="h-a-b-2-2">A b 2</h2>',
        '<h3 id="h-unicode-more">Ünïcode &amp; <em>more</em></h3>',
        '<h2 id="h-section">漢字</h2>',
    ]


def test_contents_hold_second_level_headings_as_read():
    text = """## A & `b` [@Boyce2020]

### Not this

/// note | Nor this

///

## At {{clinic_name}}"""
    assert render(text, FACTS).contents == [
        {"id": "h-a-b", "title": "A & b"},
        {"id": "h-at-clinic_name", "title": "At {{clinic_name}}"},
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title", [(1, "A heading with one # is the page's title")]),
        ("### Deep", [(1, "The heading skips a level")]),
        ("## A\n\n#### B", [(3, "The heading skips a level")]),
        ("## A\n### B\n#### C\n## D", []),
    ],
)
def test_levels_are_checked(text, expected):
    assert problems(text) == expected


def test_heading_of_the_first_level_is_lowered():
    assert html("# Title") == '<h2 id="h-title">Title</h2>'
