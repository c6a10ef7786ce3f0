"""Followers hear of every change of what is public, and of nothing else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from clinic_site.pages.models import Page
from clinic_site.publishing import editing, following
from tests.conftest import text_of


@pytest.fixture
def told(monkeypatch):
    """What a follower was told: address, publication and withdrawal of the item each time."""
    found = []
    monkeypatch.setattr(following, "_followers", [])
    following.follow(lambda item: found.append((item.slug, item.published_at, item.withdrawn_at)))
    return found


def test_drafts_are_not_told(told, make_draft):
    make_draft(Page, "about")
    assert told == []


def test_each_public_change_is_told_as_it_is_saved(told, make_draft):
    item = make_draft(Page, "about")
    for change in (
        lambda: editing.publish(item),
        lambda: editing.move(item, slug="who-we-are"),
        lambda: editing.withdraw(item, at=timezone.now() + timedelta(days=1)),
        lambda: editing.cancel(item, publication=item.publications.withdrawals().get()),
    ):
        told.clear()
        change()
        item.refresh_from_db()
        assert told[-1] == (item.slug, item.published_at, item.withdrawn_at)


def test_draft_of_a_live_page_is_not_told(told, make_live):
    item = make_live(Page, "about")
    told.clear()
    editing.save_draft(item, text=text_of(Page, body="Later words."))
    assert told == []
