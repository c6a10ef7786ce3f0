"""Publication, withdrawal and plans through the one door."""

from datetime import UTC, datetime, timedelta

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


def test_record_tells_what_the_page_said_at_each_moment(make_draft):
    item = make_draft(Article, "knots", title="First")
    before = timezone.now() - HOUR
    publication = editing.publish(item)
    assert item.text_at(before) is None
    assert item.text_at(publication.at) == texts.to_text(item)
    withdrawal = editing.withdraw(item)
    assert item.text_at(withdrawal.at) is None


def test_planned_import_waits_for_its_date(topics):
    item = Article(slug="knots")
    text = text_of(Article, published=datetime(2999, 1, 1, tzinfo=UTC))
    editing.publish_as_dated(item, text=text)
    assert not item.is_live


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


def test_plan_that_cannot_be_applied_takes_nothing_from_readers(client, make_live, caplog):
    item = make_live(Article, "knots", title="Live")
    editing.save_draft(item, text=text_of(Article, title="Next"))
    plan = editing.publish(item, at=timezone.now() + HOUR)
    Revision.objects.filter(pk=plan.revision_id).update(text="broken")
    Publication.objects.update(at=timezone.now() - HOUR)
    middleware = apply_due_changes(lambda request: "answer")
    assert middleware(None) == "answer"
    assert editing.apply_due() == 0
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


def test_link_to_a_withdrawn_page_outlives_the_withdrawal(make_live):
    target = make_live(Article, "target")
    item = make_live(Article, "knots", body="See [the target](articles:target).")
    editing.withdraw(target)
    Term.objects.create(slug="knot", term="knot", meaning="A sore spot.")
    editing.refresh_renderings(current_facts())
    item.refresh_from_db()
    assert 'href="/articles/target/"' in item.body_html


def test_page_whose_text_a_newer_rule_refuses_is_rendered_anew_too(make_live):
    item = make_live(Article, "knots", body="A knot can ache.")
    Article.objects.update(summary="x" * 161)
    Term.objects.create(slug="knot", term="knot", meaning="A sore spot.")
    editing.refresh_renderings(current_facts())
    item.refresh_from_db()
    assert (len(item.summary), "A sore spot." in item.body_html) == (161, True)


def test_text_that_was_not_the_one_decided_on_is_not_published(make_draft):
    item = make_draft(Article, "knots", title="Read")
    read = item.latest_revision
    editing.save_draft(item, text=text_of(Article, title="Newer"))
    with pytest.raises(editing.NotAllowed):
        editing.publish(item, revision=read)
    assert not item.is_live


@pytest.mark.parametrize(("seconds", "title"), [(-1, "Live"), (0, "Next"), (1, "Next")])
def test_planned_change_goes_live_at_its_second(make_live, seconds, title):
    item = make_live(Article, "knots", title="Live")
    editing.save_draft(item, text=text_of(Article, title="Next"))
    plan = editing.publish(item, at=timezone.now() + HOUR)
    editing.apply_due(plan.at + timedelta(seconds=seconds))
    assert live_title("knots") == title


@pytest.mark.parametrize(("seconds", "is_public"), [(-1, False), (0, True), (1, True)])
def test_first_publication_is_public_from_its_second(make_draft, seconds, is_public):
    plan = editing.publish(make_draft(Article, "knots"), at=timezone.now() + HOUR)
    moment = plan.at + timedelta(seconds=seconds)
    assert Article.objects.published(moment).exists() == is_public


@pytest.mark.parametrize(("seconds", "is_public"), [(-1, True), (0, False), (1, False)])
def test_withdrawal_counts_from_its_second(make_live, seconds, is_public):
    plan = editing.withdraw(make_live(Article, "knots"), at=timezone.now() + HOUR)
    moment = plan.at + timedelta(seconds=seconds)
    assert Article.objects.published(moment).exists() == is_public


def test_due_change_is_made_before_the_next_reader_is_answered(client, make_live):
    item = make_live(Article, "knots", title="Live")
    editing.save_draft(item, text=text_of(Article, title="Next"))
    editing.publish(item, at=timezone.now() + HOUR)
    middleware = apply_due_changes(lambda request: live_title("knots"))
    assert middleware(None) == "Live"
    Publication.objects.unapplied().update(at=timezone.now())
    middleware = apply_due_changes(lambda request: live_title("knots"))
    assert middleware(None) == "Next"


def test_withdrawal_keeps_the_changes_planned_before_it(make_live):
    item = make_live(Article, "knots", title="Live")
    editing.save_draft(item, text=text_of(Article, title="Next"))
    at = timezone.now() + HOUR
    plan = editing.publish(item, at=at)
    withdrawal = editing.withdraw(item, at=at + HOUR)
    assert (list(item.publications.not_yet(at - HOUR / 2)), item.has_draft) == (
        [plan, withdrawal],
        False,
    )
    assert "Next" in item.latest_revision.text
    editing.apply_due(at)
    item.refresh_from_db()
    assert (item.title, item.withdrawn_at, item.has_draft) == ("Next", withdrawal.at, False)


def test_withdrawal_makes_a_draft_of_what_was_planned_after_it(make_live):
    item = make_live(Article, "knots", title="Live")
    editing.save_draft(item, text=text_of(Article, title="Next"), note="Not finished")
    editing.publish(item, at=timezone.now() + 2 * HOUR)
    editing.withdraw(item, at=timezone.now() + HOUR)
    assert (item.publications.unapplied().count(), item.has_draft) == (0, True)
    assert ("Next" in item.latest_revision.text, item.latest_revision.note) == (
        True,
        "Not finished",
    )


def test_planned_return_leaves_an_earlier_withdrawal_standing(make_live):
    item = make_live(Article, "knots", title="Live")
    at = timezone.now() + HOUR
    withdrawal = editing.withdraw(item, at=at)
    editing.save_draft(item, text=text_of(Article, title="Next"))
    plan = editing.publish(item, at=at + HOUR)
    assert list(item.publications.not_yet(timezone.now())) == [withdrawal, plan]
    editing.apply_due(at + HOUR)
    assert live_title("knots", at + 2 * HOUR) == "Next"


def test_first_publication_planned_anew_keeps_a_later_withdrawal(make_draft):
    item = make_draft(Article, "knots")
    at = timezone.now() + HOUR
    editing.publish(item, at=at)
    withdrawal = editing.withdraw(item, at=at + 2 * HOUR)
    editing.publish(item, at=at + HOUR)
    assert withdrawal in item.publications.all()
    assert item.text_at(at + 3 * HOUR) is None


def test_withdrawn_page_is_not_withdrawn_once_more(make_live):
    """A later withdrawal would bring the page back until then."""
    item = make_live(Article, "knots")
    editing.withdraw(item)
    with pytest.raises(editing.NotAllowed):
        editing.withdraw(item, at=timezone.now() + HOUR)
    item.refresh_from_db()
    assert not item.is_live


def test_page_that_is_not_public_by_then_is_not_withdrawn(make_draft):
    item = make_draft(Article, "knots")
    plan = editing.publish(item, at=timezone.now() + 2 * HOUR)
    for at in (None, timezone.now() + HOUR):
        with pytest.raises(editing.NotAllowed):
            editing.withdraw(item, at=at)
    assert Article.objects.published(plan.at).exists()


def test_planned_change_taken_back_is_never_applied(make_live):
    item = make_live(Article, "knots", title="Live")
    editing.save_draft(item, text=text_of(Article, title="Next"))
    plan = editing.publish(item, at=timezone.now() + HOUR)
    editing.cancel(item, publication=plan)
    assert (editing.apply_due(timezone.now() + 2 * HOUR), live_title("knots")) == (0, "Live")


def test_first_publication_taken_back_leaves_a_draft(make_draft):
    item = make_draft(Article, "knots", title="First")
    plan = editing.publish(item, at=timezone.now() + HOUR)
    editing.save_draft(item, text=text_of(Article, title="Second"))
    editing.cancel(item, publication=plan)
    item.refresh_from_db()
    assert (item.state, item.title, item.has_draft) == ("Draft", "Second", True)
    assert not item.publications.exists()
    assert not Article.objects.published(timezone.now() + 2 * HOUR).exists()


def test_planned_return_taken_back_leaves_no_draft(make_live):
    item = make_live(Article, "knots")
    editing.withdraw(item)
    plan = editing.publish(item, at=timezone.now() + HOUR)
    editing.cancel(item, publication=plan)
    assert (item.state, item.has_draft) == ("Withdrawn", False)


def test_withdrawal_taken_back_leaves_the_page_there(make_live):
    item = make_live(Article, "knots")
    plan = editing.withdraw(item, at=timezone.now() + HOUR)
    editing.cancel(item, publication=plan)
    assert Article.objects.published(plan.at + HOUR).exists()
    assert item.text_at(plan.at + HOUR) == texts.to_text(item)


def test_plan_is_taken_back_once_and_not_after_its_time(make_live, make_draft):
    item = make_live(Article, "knots")
    plan = editing.withdraw(item, at=timezone.now() + HOUR)
    editing.cancel(item, publication=plan)
    done = editing.publish(make_draft(Article, "other"))
    for publication in (plan, done):
        with pytest.raises(editing.NotAllowed):
            editing.cancel(item, publication=publication)
