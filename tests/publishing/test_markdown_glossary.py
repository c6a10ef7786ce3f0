"""Glossary: the first use of a term on a page, in running text only."""

import pytest

from clinic_site.publishing.rendering import render

from .rendered import FACTS, html


def explained(words, meaning="A sore spot.", number=1, before="", after=""):
    """The HTML of an explained word; marks beside it stand in the same frame."""
    return (
        f'<span class="term-frame">{before}'
        f'<button class="term" popovertarget="term-{number}" type="button">{words}</button>'
        f'<span class="term__meaning" id="term-{number}" popover="">{meaning}</span>'
        f"{after}</span>"
    )


def test_only_the_first_use_is_explained():
    assert html("A trigger point. A trigger point.") == (
        f"<p>A {explained('trigger point', after='.')} A trigger point.</p>"
    )


@pytest.mark.parametrize("words", ["Trigger Point", "trigger points", "trigger spot"])
def test_every_spelling_counts(words):
    assert html(f"{words}, trigger point") == f"<p>{explained(words, after=',')} trigger point</p>"


def test_longest_term_wins():
    assert html("An active trigger point is a trigger point.") == (
        f"<p>An {explained('active trigger point', 'A spot that hurts by itself.')} "
        f"is a {explained('trigger point', number=2, after='.')}</p>"
    )


def test_marks_beside_the_word_cannot_be_left_alone_on_a_line():
    assert html("It hurts (“trigger point”).") == (
        f"<p>It hurts {explained('trigger point', before='(“', after='”).')}</p>"
    )


@pytest.mark.parametrize("words", ["trigger pointed", "my-trigger point", "trigger point-like"])
def test_parts_of_words_are_left_alone(words):
    assert html(words) == f"<p>{words}</p>"


@pytest.mark.parametrize(
    "text",
    [
        "## trigger point",
        "[A trigger point](pages:privacy)",
        "`trigger point`",
        "/// details | trigger point\n\n///",
        '![A trigger point](room.webp "A trigger point")',
    ],
)
def test_elsewhere_terms_are_not_explained_and_not_used_up(text):
    assert (
        html(f"{text}\n\ntrigger point").split("\n")[-1] == f"<p>{explained('trigger point')}</p>"
    )
    assert html(text).count("<button") == 0


def test_meaning_is_no_part_of_the_plain_text():
    assert render("A trigger point hurts.", FACTS).plain_text == "A trigger point hurts."
