"""What the desk knows of live texts holds for their words, facts and rules, and no longer."""

from django.utils import timezone

from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from clinic_site.publishing.facts import current_facts
from clinic_site.publishing.models import Term
from clinic_site.staff import text_checks
from clinic_site.staff.models import TextCheck
from clinic_site.staff.text_checks import check_some, failing_now
from tests.conftest import text_of

GOOD, BAD = "You may ache.", "A miracle for you."


def check():
    """How many texts wait after a look at the desk, and which are known to fail."""
    now = timezone.now()
    left = check_some([Page], now)
    return left, [item.slug for item in failing_now(Page.objects.all(), now)]


def test_each_text_is_checked_once(make_live):
    make_live(Page, "good", body=GOOD)
    make_live(Page, "bad", body=BAD)
    assert check() == (0, ["bad"])
    TextCheck.objects.update(errors=7)
    assert check() == (0, ["good", "bad"])


def test_few_are_checked_at_once(make_live, monkeypatch):
    monkeypatch.setattr(text_checks, "AT_ONCE", 2)
    for number in range(3):
        make_live(Page, f"page-{number}", body=BAD)
    assert [check(), check()] == [
        (1, ["page-0", "page-1"]),
        (0, ["page-0", "page-1", "page-2"]),
    ]


def test_new_words_are_checked_anew(make_live):
    item = make_live(Page, "about", body=BAD)
    check()
    editing.save_draft(item, text=text_of(Page, body=GOOD))
    assert check() == (0, ["about"])
    editing.publish(item)
    assert check() == (0, [])
    assert TextCheck.objects.count() == 1


def test_other_related_pages_are_checked_anew(make_live):
    item = make_live(Page, "about", body=GOOD)
    assert check() == (0, [])
    Page.objects.update(related=["pages:nowhere"])
    assert check() == (0, ["about"])
    editing.save_draft(item, text=text_of(Page, body=GOOD))
    editing.publish(item)
    assert check() == (0, [])


def test_check_by_older_rules_is_void(make_live):
    make_live(Page, "about", body=GOOD)
    check()
    TextCheck.objects.update(errors=7, rules="older rules")
    assert list(failing_now(Page.objects.all(), timezone.now())) == []
    assert check() == (0, [])


def test_changed_glossary_makes_checks_void(make_live):
    make_live(Page, "about", body="You may have a trigger point.")
    assert check() == (0, ["about"])
    Term.objects.create(slug="trigger-point", term="trigger point", meaning="A sore spot.")
    editing.refresh_renderings(current_facts())
    assert check() == (0, [])


def test_only_what_readers_see_is_checked(make_live, make_draft):
    make_draft(Page, "draft", body=BAD)
    editing.withdraw(make_live(Page, "gone", body=BAD))
    assert (check(), TextCheck.objects.count()) == ((0, []), 0)
