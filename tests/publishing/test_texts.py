"""The canonical text of an item, and the way back."""

from datetime import UTC, datetime

import pytest

from articles.models import Article
from articles.models import Topic as ArticleTopic
from clinic_site.pages.models import Page
from clinic_site.publishing import texts
from clinic_site.publishing.problems import TextError
from faq.models import Question
from tests.conftest import text_of

FULL = """---
title: What is a knot?
summary: 'Short: what people call a knot.'
topic: basics
position: 20
published: 2026-01-05 08:00:00+00:00
updated: 2026-02-06 09:30:00+00:00
image: tight-band.svg
related:
- faq:is-it-painful
also_called:
- lump
- Knödel
change_note: New words.
---

## What it is

A sore spot.
"""


def problems(model, text):
    with pytest.raises(TextError) as refused:
        texts.read(model, text)
    return [(problem.line, problem.message) for problem in refused.value.problems]


def test_text_is_read_and_written_without_loss(topics):
    item = texts.read(Article, FULL).put_into(Article(slug="knot"))
    assert texts.to_text(item) == FULL
    assert item.updated_at == datetime(2026, 2, 6, 9, 30, tzinfo=UTC)
    assert item.also_called == ["lump", "Knödel"]


def test_untidy_text_has_one_canonical_form(topics):
    untidy = text_of(Page, title="'A   page'", body="Words.\r\nMore.\n\n\n").replace(
        "---\n\n", "---\n"
    )
    assert texts.canonical(Page, untidy) == (
        "---\ntitle: A page\nsummary: What this page says.\n---\n\nWords.\nMore.\n"
    )


def test_date_without_time_and_other_time_zones_are_read(topics):
    values = texts.read(Page, text_of(Page, published="2026-01-05")).values
    assert values["published_at"] == datetime(2026, 1, 5, tzinfo=UTC)
    values = texts.read(Page, text_of(Page, published="2026-01-05 10:00:00+02:00")).values
    assert values["published_at"] == datetime(2026, 1, 5, 8, tzinfo=UTC)


def test_unknown_key_is_named_with_the_nearest_one(topics):
    assert problems(Article, text_of(Article, titel="x")) == [
        (5, "The key `titel` is not known. Did you mean `title`?")
    ]


def test_key_of_another_kind_of_page_is_unknown(topics):
    [(line, message)] = problems(Page, text_of(Page, short_answer="Yes."))
    assert (line, message.split(".")[0]) == (4, "The key `short_answer` is not known")


def test_unknown_topic_lists_the_known_ones(topics):
    ArticleTopic.objects.create(slug="visits", title="Visits")
    text = text_of(Article).replace("topic: basics", "topic: bascis")
    assert problems(Article, text) == [
        (4, "`topic`: There is no 'bascis'. Use one of: basics, visits.")
    ]


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("position", "first", "This is not a whole number from 0. Write one, such as 10."),
        ("position", "-1", "This is not a whole number from 0. Write one, such as 10."),
        ("position", "true", "This is not a whole number from 0. Write one, such as 10."),
        ("published", "soon", "This is not a date and time. Write one like 2026-11-21 08:00:00Z."),
        ("related", "faq:x", "This is not a list. Write one entry a line, each after `- `."),
        (
            "change_note",
            "[a]",
            "This is not a text. Write one line, quoted if it holds a colon.",
        ),
    ],
)
def test_wrong_value_names_line_and_remedy(topics, key, value, message):
    assert problems(Page, text_of(Page, **{key: value})) == [(4, f"`{key}`: {message}")]


def test_missing_values_and_empty_body_are_all_named(topics):
    assert problems(Question, "---\ntitle: A\n---\n") == [
        (1, "`short_answer`: A value is missing. Write one."),
        (1, "`summary`: A value is missing. Write one."),
        (1, "`topic`: A value is missing. Write one."),
        (3, "The text is empty. Write a body."),
    ]


def test_too_long_summary_is_refused(topics):
    text = text_of(Page).replace("What this page says.", "x" * 161)
    [(line, message)] = problems(Page, text)
    assert line == 3
    assert message.startswith("`summary`: Ensure this value has at most 160 characters")


def test_update_without_publication_is_refused(topics):
    assert problems(Page, text_of(Page, updated="2026-01-05")) == [
        (4, "`updated` says nothing without `published`. Add it.")
    ]


def test_words_digest_ignores_dates_and_order_only(topics):
    def digest(text):
        return texts.words_digest(texts.read(Article, text).put_into(Article()))

    assert digest(FULL.replace("position: 20", "position: 30")) == digest(FULL)
    assert digest(FULL.replace("tight-band", "other")) != digest(FULL)
    assert digest(FULL.replace("sore", "tender")) != digest(FULL)
