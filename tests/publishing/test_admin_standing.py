"""Where an item stands, as its form tells it."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from clinic_site.publishing.admin.standing import standing_of
from tests.conftest import text_of

from .admin_forms import change_url
from .messages import words_of

HOUR = timedelta(hours=1)


def sign(item, reviewer, due_on=date(2999, 2, 1)):
    return editing.sign_off(
        item,
        digest=editing.words_digest_of(item, item.latest_revision),
        reviewer=reviewer,
        credentials="Doctor",
        signed_on=date(2026, 2, 1),
        due_on=due_on,
    )


def review_of(client, item):
    page = words_of(client.get(change_url(item)))
    return page.partition("Clinical review ")[2].partition(" Sign off")[0]


def fact(client, item, name, following):
    page = words_of(client.get(change_url(item)))
    return page.partition(f" {name} ")[2].partition(f" {following} ")[0]


def test_draft_that_was_never_public(staff, make_draft, make_user):
    item = make_draft(Page, "about", by=make_user("ann"))
    assert fact(staff, item, "Readers see", "Draft") == "Nothing: this page was never public."
    draft = fact(staff, item, "Draft", "Planned")
    assert (draft.startswith("Saved on "), "by ann. Readers do not see it." in draft) == (
        True,
        True,
    )


def test_live_page_without_a_draft(staff, make_live):
    item = make_live(Page, "about")
    assert "See what readers see" in fact(staff, item, "Readers see", "Draft")
    assert fact(staff, item, "Draft", "Planned") == "None. The text below is the published one."
    assert fact(staff, item, "Planned", "Clinical review") == "Nothing."


def test_planned_change_of_a_live_page(staff, make_live, admin_user):
    item = make_live(Page, "about")
    editing.save_draft(item, text=text_of(Page, body="New words."))
    editing.publish(item, by=admin_user, at=timezone.now() + HOUR)
    assert fact(staff, item, "Draft", "Planned") == "None. The text below is the planned one."
    planned = fact(staff, item, "Planned", "Clinical review")
    assert "decided by admin. Preview it Take back" in planned


def test_withdrawn_page_with_a_planned_return(staff, make_live):
    item = make_live(Page, "about")
    editing.withdraw(item)
    editing.publish(item, at=timezone.now() + HOUR)
    assert fact(staff, item, "Readers see", "Draft").startswith("That the page is gone, since ")


def test_page_that_is_hidden_until_it_is_signed(staff, make_live, make_user, settings):
    settings.SHOW_UNSIGNED_PAGES = False
    item = make_live(Page, "about")
    hidden = "Nothing yet: a clinician has to sign off the published text first."
    assert fact(staff, item, "Readers see", "Draft") == hidden
    sign(item, make_user("kim"))
    assert hidden not in fact(staff, item, "Readers see", "Draft")


def test_review_of_what_readers_see_and_of_the_draft(staff, make_live, make_user):
    item, kim = make_live(Page, "about"), make_user("kim")
    assert review_of(staff, item) == "No clinician has signed off the published words."
    sign(item, kim)
    assert review_of(staff, item) == (
        "kim signed off what readers see on 1 February 2026. "
        "The next review is due on 1 February 2999."
    )
    editing.save_draft(item, text=text_of(Page, body="New words."))
    assert review_of(staff, item).endswith("No clinician has signed off the words below.")
    sign(item, kim)
    assert review_of(staff, item).endswith("kim signed off the words below on 1 February 2026.")


@pytest.mark.parametrize(
    ("due_on", "is_overdue"), [(date(2026, 3, 1), True), (date(2999, 3, 1), False)]
)
def test_review_is_overdue_after_its_day(make_live, make_user, due_on, is_overdue):
    item = make_live(Page, "about")
    sign(item, make_user("kim"), due_on=due_on)
    assert standing_of(item).review_is_overdue == is_overdue


def count_queries(item):
    with CaptureQueriesContext(connection) as queries:
        standing_of(item)
    return len(queries)


def test_number_of_queries_is_constant_in_plans_and_texts(make_live):
    item = make_live(Page, "about")
    standing_of(item)
    without_plans = count_queries(item)
    editing.withdraw(item, at=timezone.now() + 2 * HOUR)
    editing.save_draft(item, text=text_of(Page, body="New words."))
    editing.publish(item, at=timezone.now() + HOUR)
    editing.save_draft(item, text=text_of(Page, body="Newer words."))
    assert [bool(plan.revision) for plan in standing_of(item).plans] == [True, False]
    assert count_queries(item) == without_plans
