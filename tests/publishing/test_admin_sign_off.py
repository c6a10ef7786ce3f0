"""Signing off in the admin: by whom, and for which words."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from clinic_site.publishing.models import Reference, SignOff, Term
from faq.models import Question
from tests.conftest import text_of

from .messages import messages_of

FAR_AHEAD = datetime(2999, 1, 1, 8, tzinfo=UTC)


def sign_off_url(item):
    opts = item._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_sign_off", args=[item.pk])


def form_data(item, revision=None, **values):
    """What the form sends back for a text, the newest unless another is given."""
    revision = revision or item.latest_revision
    return {
        "revision": revision.pk,
        "digest": editing.words_digest_of(item, revision),
        "credentials": "Doctor",
        "due_on": timezone.localdate() + timedelta(days=365),
        **values,
    }


def signed_by(item, reviewer, **values):
    defaults = {"credentials": "Doctor", "signed_on": date(2026, 2, 1), "due_on": date(2027, 2, 1)}
    digest = editing.words_digest_of(item, item.latest_revision)
    return editing.sign_off(item, digest=digest, reviewer=reviewer, **(defaults | values))


def words(response):
    return " ".join(response.content.decode().split())


def test_page_that_is_hidden_because_it_is_unsigned_can_be_signed(staff, make_live, settings):
    settings.SHOW_UNSIGNED_PAGES = False
    item = make_live(Page, "about")
    staff.post(sign_off_url(item), form_data(item))
    assert item.is_live


def test_clinician_signs_what_readers_see(staff, make_live, admin_user):
    item = make_live(Page, "about", body="Signed words.")
    data = form_data(item, credentials="Physiotherapist")
    response = staff.post(sign_off_url(item), data, follow=True)
    assert messages_of(response) == ["You have signed off “A page”."]
    assert item.valid_sign_off.reviewer == admin_user
    assert item.valid_sign_off.revision == item.latest_revision
    assert [entry.change_message for entry in LogEntry.objects.all()] == ["Signed off the text."]


def test_signed_draft_is_reviewed_once_it_is_live(staff, make_live, admin_user):
    item = make_live(Page, "about", body="Live words.")
    editing.save_draft(item, text=text_of(Page, body="Draft words."))
    staff.post(sign_off_url(item), form_data(item))
    assert item.valid_sign_off is None
    editing.publish(item)
    assert item.valid_sign_off.reviewer == admin_user


def test_text_is_signed_that_was_read_and_no_newer_one(staff, make_live):
    item = make_live(Page, "about", body="Old words.")
    read = item.latest_revision
    data = form_data(item)
    editing.save_draft(item, text=text_of(Page, body="New words."))
    staff.post(sign_off_url(item), data)
    assert SignOff.objects.get().revision == read
    editing.publish(item)
    assert item.valid_sign_off is None


@pytest.mark.parametrize("model", [Article, Question, Page])
def test_whole_text_is_there_to_read(staff, make_draft, model):
    Reference.objects.create(key="A1", title="A study of needles", year=2020)
    body = "## First part\n\nA claim. [@A1]"
    item = make_draft(model, "about", title="A title", body=body)
    frame = words(staff.get(sign_off_url(item))).partition("srcdoc=")[2]
    for part in (
        "&lt;h1&gt;A title&lt;/h1&gt;",
        "What this page says.",
        "It can ache for a moment." if model is Question else "",
        "A claim.",
        "A study of needles",
    ):
        assert part in frame


def test_page_says_whether_readers_see_the_text(staff, make_live, settings):
    item = make_live(Page, "about", body="Live words.")
    live = item.latest_revision
    url = sign_off_url(item)
    assert "It is what readers see now." in words(staff.get(url))
    editing.save_draft(item, text=text_of(Page, body="Draft words."))
    assert "It is a draft: readers do not see it." in words(staff.get(url))
    editing.publish(item, at=FAR_AHEAD)
    planned = "It is planned: readers will see it from 1 January 2999, 08:00 on."
    assert planned in words(staff.get(url))
    older = words(staff.get(url, {"revision": live.pk}))
    assert "It is what readers see now." in older
    assert f'A <a href="{url}">newer text</a> is there to read.' in older
    settings.SHOW_UNSIGNED_PAGES = False
    hidden = words(staff.get(url, {"revision": live.pk}))
    assert "It is published, and readers see it while its words are signed off." in hidden


def test_older_text_that_was_never_public_is_called_so(staff, make_draft):
    item = make_draft(Page, "about", body="Older.")
    older = item.latest_revision
    editing.save_draft(item, text=text_of(Page, body="Newer."))
    page = words(staff.get(sign_off_url(item), {"revision": older.pk}))
    assert "It is an older text: readers do not see it." in page


def test_changes_since_the_last_signature_are_shown(staff, make_live, make_user):
    item = make_live(Page, "about", body="It can ache for a day.")
    kim = make_user("kim", first_name="Kim", last_name="Example")
    signed_by(item, kim)
    draft = text_of(Page, body="It can ache for a week.", position=7, change_note="A note.")
    editing.save_draft(item, text=draft)
    response = staff.get(sign_off_url(item))
    assert "What changed since Kim Example signed it off on 1 February 2026" in words(response)
    [change] = response.context["changes"]
    pieces = [
        (piece.old, piece.new)
        for stretch in change["stretches"]
        for row in stretch.rows
        for piece in row.pieces
        if not piece.is_same
    ]
    assert (change["label"], pieces) == ("Text", [("day", "week")])


def test_first_signature_has_nothing_to_compare(staff, make_live):
    response = staff.get(sign_off_url(make_live(Page, "about")))
    assert response.context["last"] is None
    assert "What changed since" not in words(response)


def test_page_says_whether_an_earlier_signature_holds(staff, make_live, make_user):
    term = Term.objects.create(slug="knot", term="knot", meaning="A sore spot.")
    item = make_live(Page, "about", body="A knot can ache.")
    signed_by(item, make_user("kim"))
    assert "That signature holds." in words(staff.get(sign_off_url(item)))
    term.meaning = "A tender place."
    term.save()
    assert "So it needs a signature again." in words(staff.get(sign_off_url(item)))


def test_credentials_and_due_date_are_prefilled(staff, make_live, make_user, admin_user):
    signed_by(make_live(Page, "first"), admin_user, credentials="MSc, HCPC 1")
    signed_by(make_live(Page, "second"), make_user("kim"), credentials="Another")
    form = staff.get(sign_off_url(make_live(Page, "about"))).context["form"]
    assert form["credentials"].value() == "MSc, HCPC 1"
    assert form["due_on"].value() == timezone.localdate() + timedelta(days=365)


def test_review_that_is_due_in_the_past_is_refused(staff, make_live):
    item = make_live(Page, "about")
    response = staff.post(sign_off_url(item), form_data(item, due_on="2020-01-01"))
    assert response.context["form"].errors == {
        "due_on": ["This day is past. Choose the day of the next review."]
    }


def test_review_that_would_never_come_is_refused(staff, make_live):
    item = make_live(Page, "about")
    response = staff.post(sign_off_url(item), form_data(item, due_on="9999-12-31"))
    assert response.context["form"].errors == {
        "due_on": ["This day is more than 3 years away. Choose an earlier one."]
    }


def test_author_is_told_before_they_read_and_is_refused(staff, make_live, admin_user):
    item = make_live(Page, "about")
    assert "you may not sign it off" not in words(staff.get(sign_off_url(item)))
    editing.save_draft(item, text=text_of(Page, body="By me."), by=admin_user)
    page = words(staff.get(sign_off_url(item)))
    assert page.index("you may not sign it off") < page.index("The whole text")
    assert "Sign off this text" not in page
    response = staff.post(sign_off_url(item), form_data(item))
    refusal = "Who wrote a text may not sign it off. Ask another clinician."
    assert response.context["form"].non_field_errors() == [refusal]
    assert refusal in words(response)
    assert SignOff.objects.count() == 0


def test_author_may_sign_where_the_clinic_says_so(staff, make_live, admin_user, settings):
    settings.AUTHORS_MAY_SIGN_OFF = True
    item = make_live(Page, "about")
    editing.save_draft(item, text=text_of(Page, body="By me."), by=admin_user)
    assert "Sign off this text" in words(staff.get(sign_off_url(item)))
    staff.post(sign_off_url(item), form_data(item))
    assert SignOff.objects.get().reviewer == admin_user


def test_words_that_changed_while_they_were_read_are_not_signed(staff, make_live):
    term = Term.objects.create(slug="knot", term="knot", meaning="A sore spot.")
    item = make_live(Page, "about", body="A knot can ache.")
    data = form_data(item)
    term.meaning = "A tender place."
    term.save()
    response = staff.post(sign_off_url(item), data)
    assert response.context["form"].non_field_errors() == [
        "The text changed while you read it. Read it again, then sign it off."
    ]
    assert SignOff.objects.count() == 0
    again = staff.post(sign_off_url(item), data | {"digest": response.context["digest"]})
    assert (again.status_code, SignOff.objects.count()) == (302, 1)


def test_text_of_another_page_or_one_set_aside_cannot_be_signed(staff, make_live):
    item, other = make_live(Page, "about"), make_live(Page, "other", body="Other words.")
    aside = editing.keep_conflicting(item, text=text_of(Page, body="In a file."), note="")
    for revision in (other.latest_revision, aside):
        assert staff.get(sign_off_url(item), {"revision": revision.pk}).status_code == 404
        data = form_data(item) | {"revision": revision.pk}
        assert staff.post(sign_off_url(item), data).status_code == 404
    assert SignOff.objects.count() == 0


def test_text_that_a_new_rule_refuses_cannot_be_signed(staff, make_draft):
    item = make_draft(Page, "about")
    text = item.latest_revision.text.replace("What this page says.", "x" * 200)
    item.revisions.update(text=text)
    page = words(staff.get(sign_off_url(item)))
    assert "This text breaks a rule that is newer than it" in page
    assert "Sign off this text" not in page
    data = {"revision": item.latest_revision.pk, "digest": "x", "credentials": "Doctor"}
    response = staff.post(
        sign_off_url(item), data | {"due_on": timezone.localdate() + timedelta(days=365)}
    )
    assert (response.status_code, SignOff.objects.count()) == (200, 0)


@pytest.mark.parametrize("permission", ["view_page", "change_page"])
def test_sign_off_needs_its_permission(client, log_in, make_live, make_draft, permission):
    live, draft = make_live(Page, "about"), make_draft(Page, "draft")
    for permissions, status in (
        ([permission], 403),
        (["add_signoff"], 403),
        ([permission, "add_signoff"], 200),
    ):
        log_in(*permissions, username="-".join(permissions))
        assert [client.get(sign_off_url(item)).status_code for item in (live, draft)] == [
            status,
            status,
        ]
