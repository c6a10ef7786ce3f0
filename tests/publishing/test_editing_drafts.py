"""Drafts through the one door: readers see none of them, and none is lost."""

from datetime import timedelta

from django.utils import timezone

from articles.models import Article
from clinic_site.publishing import editing, texts
from clinic_site.publishing.models import Revision
from tests.conftest import LONG_AGO, text_of

HOUR = timedelta(hours=1)


def test_draft_of_new_item_is_not_public(make_draft):
    item = make_draft(Article, "knots", title="Knots")
    assert (item.title, item.published_at, item.is_live) == ("Knots", None, False)


def test_draft_with_a_date_does_not_publish_itself(topics):
    item = Article(slug="knots")
    editing.save_draft(item, text=text_of(Article, published=LONG_AGO))
    assert (item.published_at, item.is_live) == (None, False)


def test_draft_of_live_item_changes_nothing_for_readers(make_live):
    item = make_live(Article, "knots", title="Live")
    revision = editing.save_draft(item, text=text_of(Article, title="Draft"))
    item.refresh_from_db()
    assert (item.title, item.latest_revision) == ("Live", revision)


def test_same_text_saved_twice_is_one_revision(make_draft):
    item = make_draft(Article, "knots")
    editing.save_draft(item, text=text_of(Article))
    assert item.revisions.count() == 1


def test_draft_keeps_author_and_note(topics, make_user):
    author = make_user("ann")
    item = Article(slug="knots")
    revision = editing.save_draft(item, text=text_of(Article), by=author, note="First words")
    assert (revision.created_by, revision.note) == (author, "First words")


def test_restore_makes_a_draft_of_an_old_text(make_live):
    item = make_live(Article, "knots", title="First")
    first = item.latest_revision
    editing.save_draft(item, text=text_of(Article, title="Second"))
    editing.publish(item)
    restored = editing.restore(item, revision=first)
    assert texts.read(Article, restored.text).values["title"] == "First"
    assert Article.objects.published().get().title == "Second"


def test_revisions_outlive_their_author(make_draft, make_user):
    author = make_user("ann")
    item = make_draft(Article, "knots", by=author)
    author.delete()
    assert item.latest_revision.created_by is None


def test_conflicting_text_is_kept_once_and_never_a_draft(make_draft):
    item = make_draft(Article, "knots", title="Ours")
    theirs = text_of(Article, title="Theirs")
    for _ in range(2):
        editing.keep_conflicting(item, text=theirs, note="Text of the file")
    assert Revision.objects.filter(is_conflict=True).count() == 1
    assert "Ours" in item.latest_revision.text


def test_draft_can_move_until_it_was_public(make_draft):
    item = make_draft(Article, "knots")
    editing.save_draft(item, text=text_of(Article), slug="sore-spots")
    editing.publish(item)
    editing.save_draft(item, text=text_of(Article), slug="elsewhere")
    item.refresh_from_db()
    assert item.slug == "sore-spots"


def newest_title(item):
    return texts.read(Article, item.latest_revision.text).values["title"]


def test_newest_text_is_a_draft_until_it_is_decided(make_draft):
    item = make_draft(Article, "knots")
    assert item.has_draft
    editing.publish(item)
    assert not item.has_draft
    editing.save_draft(item, text=text_of(Article, title="Next"))
    assert item.has_draft
    plan = editing.publish(item, at=timezone.now() + HOUR)
    assert not item.has_draft
    editing.cancel(item, publication=plan)
    assert item.has_draft


def test_live_text_saved_once_more_is_no_draft(make_live):
    item = make_live(Article, "knots", title="Live")
    first = item.latest_revision
    editing.save_draft(item, text=text_of(Article, title="Draft"))
    editing.restore(item, revision=first)
    assert (newest_title(item), item.has_draft) == ("Live", False)


def test_draft_stays_the_newest_text_whatever_else_is_decided(make_live):
    item = make_live(Article, "knots", title="Live")
    editing.save_draft(item, text=text_of(Article, title="Draft"), note="Not finished")
    plan = editing.withdraw(item, at=timezone.now() + HOUR)
    assert (newest_title(item), item.has_draft) == ("Draft", True)
    editing.cancel(item, publication=plan)
    assert (newest_title(item), item.has_draft) == ("Draft", True)
    editing.move(item, slug="sore-spots")
    assert (newest_title(item), item.has_draft) == ("Draft", True)
    assert item.latest_revision.note == "Not finished"


def test_draft_that_a_new_rule_refuses_stays_the_newest_text(make_live):
    item = make_live(Article, "knots")
    draft = editing.save_draft(item, text=text_of(Article, title="Draft"))
    broken = draft.text.replace("What this page says.", "x" * 200)
    item.revisions.filter(pk=draft.pk).update(text=broken)
    editing.withdraw(item)
    assert (item.latest_revision.text, item.has_draft) == (broken, True)
