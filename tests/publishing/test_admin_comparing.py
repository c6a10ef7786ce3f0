"""Any two texts of a page compared in the admin."""

import re

import pytest
from django.urls import reverse

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from tests.conftest import text_of


@pytest.fixture
def texts(make_live):
    """Four texts of one page."""
    item = make_live(Page, "about", body="The needle stays in for a minute.")
    editing.save_draft(item, text=text_of(Page, body="The needle stays in for an hour."))
    editing.save_draft(item, text=text_of(Page, title="New", body="The needle stays in."))
    editing.keep_conflicting(item, text=text_of(Page, body="In the file."), note="Of a file")
    return list(item.revisions.order_by("pk"))


def compare(client, item, **query):
    return client.get(reverse("admin:pages_page_compare", args=[item.pk]), query)


def marked(response):
    """Each field with its removed and added words."""
    page = response.content.decode()
    sections = re.findall(r'<section class="compare .*?</section>', page, re.DOTALL)
    return [
        (
            re.search(r'aria-label="(.*?)"', section)[1],
            [words_in(found) for found in re.findall(r"<del>.*?</del>", section)],
            [words_in(found) for found in re.findall(r"<ins>.*?</ins>", section)],
        )
        for section in sections
    ]


def words_in(html):
    return re.sub(r"<span.*?</span>|<.*?>", "", html)


@pytest.mark.parametrize("view", ["inline", "side"])
def test_any_two_texts_are_compared_word_by_word(staff, texts, view):
    first, _, third, _ = texts
    response = compare(staff, first.item, old=first.pk, new=third.pk, view=view)
    assert marked(response) == [
        ("Title", ["A page"], ["New"]),
        ("Text", [" for a minute"], []),
    ]


def test_without_a_choice_the_newest_text_is_compared_with_the_one_before(staff, texts):
    _, second, third, _ = texts
    context = compare(staff, third.item).context
    assert (context["old"], context["new"], context["view"]) == (second, third, "inline")


def test_first_text_has_nothing_before_it(staff, texts):
    first = texts[0]
    response = compare(staff, first.item, new=first.pk)
    assert response.context["old"] is None
    assert "There was no text before." in response.content.decode()
    assert marked(response)[0] == ("Title", [], ["A page"])


def test_same_text_has_no_changes(staff, texts):
    first = texts[0]
    response = compare(staff, first.item, old=first.pk, new=first.pk)
    assert "The words are the same." in response.content.decode()


def test_added_and_removed_words_are_told_to_screen_readers(staff, texts):
    first, second, *_ = texts
    page = compare(staff, first.item, old=first.pk, new=second.pk).content.decode()
    hidden = '<span class="visually-hidden">[{}: </span>{}<span class="visually-hidden">]</span>'
    assert f"<del>{hidden.format('removed', 'a minute')}</del>" in page
    assert f"<ins>{hidden.format('added', 'an hour')}</ins>" in page


def test_unchanged_stretches_are_folded(staff, make_draft):
    body = "\n\n".join(f"Paragraph {number}." for number in range(9))
    item = make_draft(Page, "about", body=body)
    editing.save_draft(item, text=text_of(Page, body=f"{body}\n\nOne more."))
    assert "8 paragraphs without a change" in compare(staff, item).content.decode()


def test_text_of_markup_is_shown_as_text(staff, make_draft):
    item = make_draft(Page, "about", body="Old.")
    editing.save_draft(item, text=text_of(Page, body="<script>alert(1)</script>"))
    page = compare(staff, item).content.decode()
    assert ("<script>alert" in page, "&lt;script&gt;alert" in page) == (False, True)


@pytest.mark.parametrize("side", ["old", "new"])
@pytest.mark.parametrize("number", ["x", "0", "9" * 30, "-1", "1.5"])
def test_text_that_is_not_there_is_not_found(staff, texts, side, number):
    assert compare(staff, texts[0].item, **{side: number}).status_code == 404


@pytest.mark.parametrize("side", ["old", "new"])
def test_text_of_another_page_is_not_found(staff, texts, make_draft, side):
    same_number = make_draft(Article, "other").latest_revision
    assert compare(staff, texts[0].item, **{side: same_number.pk}).status_code == 404


def test_number_of_queries_is_constant_in_the_changes(
    staff, make_draft, django_assert_max_num_queries
):
    item = make_draft(Page, "about", body="Old.")
    body = "\n\n".join(f"Paragraph {number}." for number in range(50))
    editing.save_draft(item, text=text_of(Page, title="New", body=body, position=3))
    with django_assert_max_num_queries(7):
        compare(staff, item)
