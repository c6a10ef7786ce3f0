"""The one door: drafts, publication, withdrawal, plans, restoring and signing off."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from clinic_site.publishing import editing, texts
from clinic_site.publishing.facts import current_facts
from clinic_site.publishing.middleware import apply_due_changes
from clinic_site.publishing.models import Publication, Revision, Term
from clinic_site.publishing.problems import TextError
from tests.conftest import LONG_AGO, text_of

HOUR = timedelta(hours=1)


def live_title(slug, at=None):
    return Article.objects.published(at).values_list("title", flat=True).get(slug=slug)


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


def test_publish_puts_latest_draft_live_with_its_rendering(make_draft):
    item = make_draft(Article, "knots", body="Some **bold** words.")
    editing.publish(item)
    assert item.is_live
    assert item.body_html.strip() == "<p>Some <strong>bold</strong> words.</p>"
    assert item.latest_revision.text == texts.to_text(item)


def test_publish_refuses_a_text_with_problems_and_changes_nothing(make_live):
    item = make_live(Article, "knots", title="Live")
    bad = text_of(Article, title="Draft", body="See [@Nobody1999].")
    editing.save_draft(item, text=bad)
    with pytest.raises(TextError) as refused:
        editing.publish(item)
    assert [problem.line for problem in refused.value.problems] == [8]
    assert live_title("knots") == "Live"


def test_first_publication_stays_and_update_is_dated(make_live):
    item = make_live(Article, "knots", body="Old words.")
    editing.save_draft(item, text=text_of(Article, body="New words."))
    editing.publish(item)
    assert item.published_at == LONG_AGO
    assert timezone.now() - item.updated_at < timedelta(seconds=30)


def test_change_of_order_alone_is_no_update(make_live):
    item = make_live(Article, "knots")
    editing.save_draft(item, text=text_of(Article, position=20))
    editing.publish(item)
    assert (item.position, item.updated_at) == (20, None)


def test_planned_first_publication_is_public_from_its_time(make_draft):
    item = make_draft(Article, "knots")
    at = timezone.now() + HOUR
    editing.publish(item, at=at)
    assert not item.is_live
    assert live_title("knots", at + HOUR) == "A page"


def test_planned_change_of_live_item_is_applied_when_due(make_live):
    item = make_live(Article, "knots", title="Live")
    editing.save_draft(item, text=text_of(Article, title="Next"))
    at = timezone.now() + HOUR
    editing.publish(item, at=at)
    assert (editing.apply_due(at - HOUR), live_title("knots")) == (0, "Live")
    assert (editing.apply_due(at + HOUR), live_title("knots")) == (1, "Next")
    assert editing.apply_due(at + HOUR) == 0


def test_planned_return_of_withdrawn_item_waits(make_live):
    item = make_live(Article, "knots")
    editing.withdraw(item)
    editing.publish(item, at=timezone.now() + HOUR)
    assert not item.is_live


def test_publishing_replaces_an_older_plan(make_live):
    item = make_live(Article, "knots", title="Live")
    editing.save_draft(item, text=text_of(Article, title="Planned"))
    editing.publish(item, at=timezone.now() + HOUR)
    editing.save_draft(item, text=text_of(Article, title="Now"))
    editing.publish(item)
    assert editing.apply_due(timezone.now() + 2 * HOUR) == 0
    assert live_title("knots") == "Now"


def test_withdrawn_item_is_gone_and_keeps_its_text(make_live):
    item = make_live(Article, "knots")
    editing.withdraw(item)
    assert not item.is_live
    assert item.body == "Some words for you.\n"


def test_withdrawing_keeps_the_draft_that_was_ahead(make_live):
    item = make_live(Article, "knots", title="Live")
    editing.save_draft(item, text=text_of(Article, title="Draft"), note="Not finished")
    editing.withdraw(item)
    assert texts.read(Article, item.latest_revision.text).values["title"] == "Draft"
    assert item.latest_revision.note == "Not finished"


def test_publishing_ends_a_planned_withdrawal(make_live):
    item = make_live(Article, "knots")
    at = timezone.now() + HOUR
    editing.withdraw(item, at=at)
    editing.publish(item)
    assert Article.objects.published(at + HOUR).exists()
    assert item.text_at(at + HOUR) == texts.to_text(item)


def test_due_change_that_was_overtaken_is_never_applied(make_live):
    item = make_live(Article, "knots", title="Live")
    editing.save_draft(item, text=text_of(Article, title="Planned"))
    planned = editing.publish(item, at=timezone.now() + HOUR)
    Publication.objects.filter(pk=planned.pk).update(at=timezone.now() - HOUR)
    editing.save_draft(item, text=text_of(Article, title="Now"))
    editing.publish(item)
    assert (editing.apply_due(), live_title("knots")) == (0, "Now")


def test_planned_withdrawal_needs_no_clock(make_live):
    item = make_live(Article, "knots")
    at = timezone.now() + HOUR
    editing.withdraw(item, at=at)
    assert item.is_live
    assert not Article.objects.published(at + HOUR).exists()


def test_withdrawn_item_published_again_is_public(make_live):
    item = make_live(Article, "knots")
    editing.withdraw(item)
    editing.publish(item)
    assert (item.is_live, item.withdrawn_at) == (True, None)


def test_restore_makes_a_draft_of_an_old_text(make_live):
    item = make_live(Article, "knots", title="First")
    first = item.latest_revision
    editing.save_draft(item, text=text_of(Article, title="Second"))
    editing.publish(item)
    restored = editing.restore(item, revision=first)
    assert texts.read(Article, restored.text).values["title"] == "First"
    assert live_title("knots") == "Second"


def test_record_tells_what_the_page_said_at_each_moment(make_draft):
    item = make_draft(Article, "knots", title="First")
    before = timezone.now() - HOUR
    publication = editing.publish(item)
    assert item.text_at(before) is None
    assert item.text_at(publication.at) == texts.to_text(item)
    withdrawal = editing.withdraw(item)
    assert item.text_at(withdrawal.at) is None


def test_revisions_outlive_their_author(make_draft, make_user):
    author = make_user("ann")
    item = make_draft(Article, "knots", by=author)
    author.delete()
    assert item.latest_revision.created_by is None


def test_sign_off_holds_until_the_words_change(make_live, make_user):
    item = make_live(Article, "knots", body="Old words.")
    clinician = make_user("kim", first_name="Kim", last_name="Example")
    editing.sign_off(
        item,
        digest=item.words_digest,
        reviewer=clinician,
        credentials="Physiotherapist",
        due_on=date(2027, 11, 1),
    )
    assert item.valid_sign_off.reviewer_name == "Kim Example"
    editing.save_draft(item, text=text_of(Article, body="Old words.", position=3))
    editing.publish(item)
    assert item.valid_sign_off.reviewer_name == "Kim Example"
    editing.save_draft(item, text=text_of(Article, body="New words."))
    editing.publish(item)
    assert item.valid_sign_off is None


def test_author_may_not_sign_off_unless_the_clinic_allows_it(make_draft, make_user, settings):
    author = make_user("ann")
    item = make_draft(Article, "knots", by=author)
    editing.publish(item)
    review = {"reviewer": author, "credentials": "Physiotherapist", "due_on": date(2027, 1, 1)}
    with pytest.raises(editing.NotAllowed):
        editing.sign_off(item, digest=item.words_digest, **review)
    settings.AUTHORS_MAY_SIGN_OFF = True
    editing.sign_off(item, digest=item.words_digest, **review)
    assert item.valid_sign_off.reviewer == author


def test_unsigned_pages_are_hidden_by_the_setting(make_live, make_user, settings):
    settings.SHOW_UNSIGNED_PAGES = False
    item = make_live(Article, "knots")
    assert not item.is_live
    editing.sign_off(
        item,
        digest=item.words_digest,
        reviewer=make_user("kim"),
        credentials="Doctor",
        due_on=date(2027, 1, 1),
    )
    assert item.is_live


def test_conflicting_text_is_kept_once_and_never_a_draft(make_draft):
    item = make_draft(Article, "knots", title="Ours")
    theirs = text_of(Article, title="Theirs")
    for _ in range(2):
        editing.keep_conflicting(item, text=theirs, note="Text of the file")
    assert Revision.objects.filter(is_conflict=True).count() == 1
    assert "Ours" in item.latest_revision.text


def test_planned_import_waits_for_its_date(topics):
    item = Article(slug="knots")
    text = text_of(Article, published=datetime(2999, 1, 1, tzinfo=UTC))
    editing.publish_as_dated(item, text=text)
    assert not item.is_live


def test_draft_can_move_until_it_was_public(make_draft):
    item = make_draft(Article, "knots")
    editing.save_draft(item, text=text_of(Article), slug="sore-spots")
    editing.publish(item)
    editing.save_draft(item, text=text_of(Article), slug="elsewhere")
    item.refresh_from_db()
    assert item.slug == "sore-spots"


def test_draft_cannot_be_withdrawn(make_draft):
    with pytest.raises(editing.NotAllowed):
        editing.withdraw(make_draft(Article, "knots"))


def test_planned_change_leaves_a_later_withdrawal_standing(make_live):
    item = make_live(Article, "knots", title="Live")
    at = timezone.now() + HOUR
    editing.withdraw(item, at=at + HOUR)
    editing.save_draft(item, text=text_of(Article, title="Next"))
    editing.publish(item, at=at)
    editing.apply_due(at)
    assert live_title("knots", at) == "Next"
    assert not Article.objects.published(at + 2 * HOUR).exists()


def test_changed_meaning_of_a_term_ends_a_sign_off(make_live, make_user):
    term = Term.objects.create(slug="knot", term="knot", meaning="A sore spot.")
    item = make_live(Article, "knots", body="A knot can ache.")
    review = {"reviewer": make_user("kim"), "credentials": "Doctor", "due_on": date(2027, 1, 1)}
    editing.sign_off(item, digest=item.words_digest, **review)
    term.meaning = "Something else."
    term.save()
    editing.refresh_renderings(current_facts())
    item.refresh_from_db()
    assert item.valid_sign_off is None


def test_plan_that_cannot_be_applied_takes_nothing_from_readers(client, make_live, caplog):
    item = make_live(Article, "knots", title="Live")
    editing.save_draft(item, text=text_of(Article, title="Next"))
    plan = editing.publish(item, at=timezone.now() + HOUR)
    Revision.objects.filter(pk=plan.revision_id).update(text="broken")
    Publication.objects.update(at=timezone.now() - HOUR)
    middleware = apply_due_changes(lambda request: "answer")
    assert middleware(None) == "answer"
    assert [record.message for record in caplog.records] == [
        "A planned change could not be applied."
    ]


def test_plan_that_cannot_be_applied_holds_up_no_other(make_live):
    for slug in ("broken", "sound"):
        item = make_live(Article, slug, title="Live")
        editing.save_draft(item, text=text_of(Article, title="Next"))
        plan = editing.publish(item, at=timezone.now() + HOUR)
        if slug == "broken":
            Revision.objects.filter(pk=plan.revision_id).update(text="broken")
    assert editing.apply_due(timezone.now() + 2 * HOUR) == 1
    assert (live_title("broken"), live_title("sound")) == ("Live", "Next")


def test_who_withdraws_a_page_has_not_written_it(make_live, make_user):
    item = make_live(Article, "knots")
    manager = make_user("max")
    editing.withdraw(item, by=manager)
    editing.publish(item)
    review = {"reviewer": manager, "credentials": "Doctor", "due_on": date(2027, 1, 1)}
    editing.sign_off(item, digest=item.words_digest, **review)
    assert item.valid_sign_off.reviewer == manager


def test_link_to_a_withdrawn_page_outlives_the_withdrawal(make_live):
    target = make_live(Article, "target")
    item = make_live(Article, "knots", body="See [the target](articles:target).")
    editing.withdraw(target)
    Term.objects.create(slug="knot", term="knot", meaning="A sore spot.")
    editing.refresh_renderings(current_facts())
    item.refresh_from_db()
    assert 'href="/articles/target/"' in item.body_html
