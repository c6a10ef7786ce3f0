"""What a page said on a given day and time."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from clinic_site.publishing.models import Term
from faq.models import Question
from tests.conftest import text_of

JANUARY, MARCH, APRIL = (datetime(2026, month, 1, 8, tzinfo=UTC) for month in (1, 3, 4))


def decided_at(item, at):
    last = item.publications.order_by("pk").last()
    item.publications.filter(pk=last.pk).update(at=at)


@pytest.fixture
def item(make_live, make_user):
    """Public from January, corrected by Kim in March, withdrawn in April."""
    item = make_live(Page, "about", body="First words.")
    decided_at(item, JANUARY)
    editing.save_draft(item, text=text_of(Page, body="Corrected words."))
    editing.publish(item, by=make_user("kim", first_name="Kim", last_name="Example"))
    decided_at(item, MARCH)
    editing.save_draft(item, text=text_of(Page, body="Words that nobody saw."))
    editing.withdraw(item)
    decided_at(item, APRIL)
    return item


def text_at(client, item, at=None):
    opts = item._meta
    url = reverse(f"admin:{opts.app_label}_{opts.model_name}_text_at", args=[item.pk])
    return client.get(url, {"at": at} if at else {})


def words(response):
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    ("at", "said", "stood"),
    [
        ("2026-01-01T08:00", "First words.", "until 1 March 2026, 08:00."),
        ("2026-03-01T07:59:59", "First words.", "until 1 March 2026, 08:00."),
        ("2026-03-01T08:00", "Corrected words.", "until 1 April 2026, 08:00."),
        ("2026-03-01T09:00+01:00", "Corrected words.", "until 1 April 2026, 08:00."),
    ],
)
def test_text_of_a_moment_is_shown_with_its_time(staff, item, at, said, stood):
    response = text_at(staff, item, at)
    assert response.context["shown"].body == f"{said}\n"
    assert f"&lt;p&gt;{said}&lt;/p&gt;" in words(response)
    assert stood in words(response)
    assert "nobody saw" not in words(response)


def test_who_published_it_is_said(staff, item):
    assert "Published by Kim Example." in words(text_at(staff, item, "2026-03-02T08:00"))
    assert "Who published it is not recorded" in words(text_at(staff, item, "2026-01-02T08:00"))


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        ("2025-12-31T23:59", "the page was not public"),
        ("2026-05-01T08:00", "the page was withdrawn"),
    ],
)
def test_page_that_was_not_public_is_not_shown(staff, item, at, sentence):
    response = text_at(staff, item, at)
    assert (sentence in words(response), "<iframe" in words(response)) == (True, False)


def test_time_is_in_the_time_zone_of_the_site(staff, item, settings):
    settings.TIME_ZONE = "America/New_York"
    assert text_at(staff, item, "2026-03-01T02:59").context["shown"].body == "First words.\n"
    response = text_at(staff, item, "2026-03-01T03:00")
    assert response.context["shown"].body == "Corrected words.\n"
    assert "In the time zone of the site: America/New_York." in words(response)


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        ("2999-01-01T08:00", "This time has not come yet. Choose one in the past."),
        ("1000-01-01T08:00", "There was no page then. Choose a day from 2000 on."),
        ("0001-01-01T00:00+14:00", "There was no page then. Choose a day from 2000 on."),
        ("yesterday", "Enter a valid date/time."),
    ],
)
def test_time_that_cannot_be_shown_is_refused(staff, item, at, sentence):
    response = text_at(staff, item, at)
    assert (response.status_code, response.context["form"].errors) == (200, {"at": [sentence]})


def test_form_starts_without_a_text(staff, item):
    response = text_at(staff, item)
    assert (response.context["form"].errors, "<iframe" in words(response)) == ({}, False)


def test_meaning_of_today_is_admitted(staff, make_live):
    term = Term.objects.create(slug="knot", term="knot", meaning="A sore spot.")
    item = make_live(Page, "about", body="A knot can ache.")
    term.meaning = "A tender place."
    term.save()
    page = words(text_at(staff, item, timezone.now().isoformat()))
    assert ("A tender place." in page, "A sore spot." in page) == (True, False)
    assert "Meanings of glossary terms" in page


def test_old_text_that_a_new_rule_refuses_is_shown_as_it_was_written(staff, make_live):
    item = make_live(Question, "is-it-painful", body="Old words.")
    text = item.latest_revision.text.replace("What this page says.", "x" * 200)
    item.revisions.update(text=text)
    page = words(text_at(staff, item, timezone.now().isoformat()))
    assert "This text breaks a rule that is newer than it" in page
    assert ("<iframe" in page, "Old words. </pre>" in page) == (False, True)


def test_hidden_pages_are_not_said_to_have_been_seen(staff, item, settings):
    sentence = "Readers see a published text only once a clinician has signed it off"
    assert sentence not in words(text_at(staff, item, "2026-03-02T08:00"))
    settings.SHOW_UNSIGNED_PAGES = False
    assert sentence in words(text_at(staff, item, "2026-03-02T08:00"))
