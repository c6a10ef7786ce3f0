"""Signing off through the one door: by whom, and for which words."""

from datetime import date

import pytest

from articles.models import Article
from clinic_site.publishing import editing
from clinic_site.publishing.facts import current_facts
from clinic_site.publishing.models import SignOff, Term
from tests.conftest import text_of


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


def test_who_withdraws_a_page_has_not_written_it(make_live, make_user):
    item = make_live(Article, "knots")
    manager = make_user("max")
    editing.withdraw(item, by=manager)
    editing.publish(item)
    review = {"reviewer": manager, "credentials": "Doctor", "due_on": date(2027, 1, 1)}
    editing.sign_off(item, digest=item.words_digest, **review)
    assert item.valid_sign_off.reviewer == manager


def sign(item, reviewer, revision=None):
    return editing.sign_off(
        item,
        revision=revision,
        digest=editing.words_digest_of(item, revision or item.latest_revision),
        reviewer=reviewer,
        credentials="Doctor",
        due_on=date(2027, 1, 1),
    )


def test_signed_draft_is_reviewed_from_the_moment_it_is_live(make_live, make_user):
    item = make_live(Article, "knots", body="Old words.")
    editing.save_draft(item, text=text_of(Article, body="New words."))
    sign_off = sign(item, make_user("kim"))
    assert item.valid_sign_off is None
    editing.publish(item)
    assert item.valid_sign_off == sign_off


def test_earlier_text_is_signed_as_it_was(make_draft, make_user):
    item = make_draft(Article, "knots", body="Read words.")
    read = item.latest_revision
    editing.save_draft(item, text=text_of(Article, body="New words."))
    assert sign(item, make_user("kim"), revision=read).revision == read


def test_digest_of_another_text_is_refused(make_draft, make_user):
    item = make_draft(Article, "knots", body="Read words.")
    digest = editing.words_digest_of(item, item.latest_revision)
    editing.save_draft(item, text=text_of(Article, body="New words."))
    with pytest.raises(editing.NotAllowed):
        editing.sign_off(
            item,
            digest=digest,
            reviewer=make_user("kim"),
            credentials="Doctor",
            due_on=date(2027, 1, 1),
        )
    assert not SignOff.objects.exists()


def test_everybody_who_wrote_since_the_last_sign_off_is_an_author(make_draft, make_user):
    ann, ben, kim = map(make_user, ("ann", "ben", "kim"))
    item = make_draft(Article, "knots", body="By Ann.", by=ann)
    editing.save_draft(item, text=text_of(Article, body="By Ann and Ben."), by=ben)
    for author in (ann, ben):
        with pytest.raises(editing.NotAllowed):
            sign(item, author)
    sign(item, kim)
    editing.save_draft(item, text=text_of(Article, body="By Kim."), by=kim)
    with pytest.raises(editing.NotAllowed):
        sign(item, kim)
    assert sign(item, ann).reviewer == ann


def test_who_wrote_what_was_restored_is_an_author_of_it(make_draft, make_user):
    ann, ben, kim = map(make_user, ("ann", "ben", "kim"))
    item = make_draft(Article, "knots", body="By Ann.", by=ann)
    by_ann = item.latest_revision
    editing.save_draft(item, text=text_of(Article, body="By Ben."), by=ben)
    sign(item, kim)
    editing.restore(item, revision=by_ann, by=ben)
    assert barred(item, ann, ben, kim) == [True, True, False]
    editing.save_draft(item, text=text_of(Article, body="By Ann. By Kim."), by=kim)
    assert barred(item, ann, ben, kim) == [True, True, True]


def test_who_wrote_what_was_left_behind_is_no_author_of_what_came_back(make_draft, make_user):
    ann, ben, kim = map(make_user, ("ann", "ben", "kim"))
    item = make_draft(Article, "knots", body="By Ann.", by=ann)
    sign(item, kim)
    by_ann = item.latest_revision
    editing.save_draft(item, text=text_of(Article, body="By Ben."), by=ben)
    editing.restore(item, revision=by_ann, by=kim)
    editing.save_draft(item, text=text_of(Article, body="By Ann. By Kim."), by=kim)
    assert barred(item, ann, ben, kim) == [False, False, True]


def test_signing_what_readers_see_frees_no_author_of_the_draft_beside_it(make_live, make_user):
    ann, ben, kim = map(make_user, ("ann", "ben", "kim"))
    item = make_live(Article, "knots", body="Live.")
    for author, body in ((ann, "Live. By Ann."), (ben, "Live. By Ann. By Ben.")):
        editing.save_draft(item, text=text_of(Article, body=body), by=author)
    editing.move(item, slug="sore-knots")
    sign(item, kim, revision=item.revisions.get(note="Moved from knots"))
    assert barred(item, ann, ben, kim) == [True, True, False]


def barred(item, *users):
    """Which of them may not sign the newest text."""
    newest = item.latest_revision
    return [editing.is_barred_author(item, revision=newest, user=user) for user in users]


def test_who_publishes_a_text_has_not_written_it(make_draft, make_user):
    ann, max_ = make_user("ann"), make_user("max")
    item = make_draft(Article, "knots", by=ann)
    editing.publish(item, by=max_)
    assert sign(item, max_).reviewer == max_
