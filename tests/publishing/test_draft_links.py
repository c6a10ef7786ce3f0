"""Drafts at their public addresses: for staff, and by a signed link; nobody else learns a thing."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.publishing import draft_links, editing
from faq.models import Question
from tests.conftest import structured_data, text_of

from .messages import words_of

ITEMS = [(Article, "/articles/marker/"), (Question, "/faq/marker/"), (Page, "/marker/")]
each_model = pytest.mark.parametrize(("model", "url"), ITEMS)
BANNER = "Draft, not seen by readers."
PRIVATE = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
}


def headers(response):
    return {name: response.headers.get(name) for name in PRIVATE}


def with_token(url, revision):
    return f"{url}?preview={draft_links.token_for(revision)}"


@pytest.fixture
def log_in(client, make_user):
    def log_in(*codenames, **fields):
        user = make_user("ann", **{"is_staff": True, **fields})
        user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        client.force_login(user)
        return client

    return log_in


@each_model
def test_staff_see_a_draft_that_was_never_public(staff, make_draft, model, url):
    make_draft(model, "marker", body="Draft words.")
    response = staff.get(f"{url}?preview")
    assert (BANNER in words_of(response), "Draft words." in words_of(response)) == (True, True)
    assert headers(response) == PRIVATE
    assert structured_data(response) == {}


@each_model
def test_staff_see_the_draft_of_a_live_page_in_the_template_of_readers(
    staff, make_live, model, url
):
    item = make_live(model, "marker", body="Live words.")
    editing.save_draft(item, text=text_of(model, body="Draft words."))
    live, draft = staff.get(url), staff.get(f"{url}?preview")
    assert ("Live words." in words_of(live), "Live words." in words_of(draft)) == (True, False)
    assert draft.templates[0].name == live.templates[0].name
    assert live.headers.get("Cache-Control") is None
    assert live.context.get("preview") is None


def test_staff_see_the_draft_of_a_withdrawn_page(staff, make_live):
    item = make_live(Page, "marker")
    editing.withdraw(item)
    editing.save_draft(item, text=text_of(Page, body="Draft words."))
    assert "Draft words." in words_of(staff.get("/marker/?preview"))
    assert staff.get("/marker/").status_code == 410


def test_staff_see_any_text_of_this_page_and_of_no_other(staff, make_draft):
    item = make_draft(Page, "marker", body="First words.")
    first = item.latest_revision
    editing.save_draft(item, text=text_of(Page, body="Second words."))
    response = staff.get(f"/marker/?preview={first.pk}")
    assert ("First words." in words_of(response), BANNER in words_of(response)) == (True, False)
    assert "Earlier text, not seen by readers now." in words_of(response)
    other = make_draft(Page, "other").latest_revision
    for asked in (other.pk, 999, "9" * 18):
        assert staff.get(f"/marker/?preview={asked}").status_code == 404


def test_banner_tells_what_readers_see_and_what_is_planned(staff, make_live):
    item = make_live(Page, "marker")
    assert "Readers see this text now." in words_of(staff.get("/marker/?preview"))
    editing.save_draft(item, text=text_of(Page, body="Next words."))
    editing.publish(item, at=timezone.now() + timedelta(hours=1))
    assert "Planned, not seen by readers yet." in words_of(staff.get("/marker/?preview"))


@pytest.mark.parametrize(
    "permissions",
    [None, {"is_staff": False}, {}],
    ids=["nobody", "a patient", "staff for other pages"],
)
@each_model
def test_others_get_what_they_get_without_asking(
    client, log_in, make_draft, permissions, model, url
):
    item = make_draft(model, "marker", body="Draft words.")
    if permissions is not None:
        others = {"article", "question", "page"} - {model._meta.model_name}
        log_in(*(f"view_{other}" for other in others), **permissions)
    plain = client.get(url)
    for asked in ("", item.latest_revision.pk):
        response = client.get(f"{url}?preview={asked}")
        assert (response.status_code, response.content) == (404, plain.content)


def test_readers_of_a_live_page_get_the_live_page(client, make_live):
    item = make_live(Page, "marker", body="Live words.")
    editing.save_draft(item, text=text_of(Page, body="Draft words."))
    assert client.get("/marker/?preview").content == client.get("/marker/").content


def test_preview_claims_a_review_only_of_these_words(staff, make_live, make_user):
    item = make_live(Page, "marker", body="Signed words.")
    signed = item.latest_revision
    editing.sign_off(
        item,
        digest=item.words_digest,
        reviewer=make_user("kim", first_name="Kim", last_name="Example"),
        credentials="Doctor",
        signed_on=date(2026, 2, 1),
        due_on=date(2999, 2, 1),
    )
    editing.save_draft(item, text=text_of(Page, body="Draft words."))
    assert "Kim Example" not in words_of(staff.get("/marker/?preview"))
    assert "Kim Example" in words_of(staff.get(f"/marker/?preview={signed.pk}"))


def test_text_that_cannot_be_read_any_more_is_no_page(staff, make_draft):
    item = make_draft(Page, "marker")
    item.revisions.update(text="broken")
    assert staff.get("/marker/?preview").status_code == 404


@each_model
def test_signed_link_shows_its_text_to_anybody(client, make_draft, model, url):
    item = make_draft(model, "marker", body="Shared words.")
    link = with_token(url, item.latest_revision)
    editing.save_draft(item, text=text_of(model, body="Later words."))
    response = client.get(link)
    words = words_of(response)
    assert ("Shared words." in words, "Later words." in words) == (True, False)
    assert "Back to where staff edit this page" not in words
    assert (headers(response), response.cookies) == (PRIVATE, {})


def test_way_back_is_for_staff(log_in, make_draft):
    make_draft(Page, "marker")
    page = log_in("view_page").get("/marker/?preview")
    assert "Back to where staff edit this page" in words_of(page)


def expired(revision, monkeypatch):
    long_ago = datetime(2026, 1, 5, tzinfo=UTC).timestamp()
    with monkeypatch.context() as earlier:
        earlier.setattr("time.time", lambda: long_ago)
        return draft_links.token_for(revision)


def test_link_that_does_not_hold_tells_nothing_of_the_page(client, make_draft, monkeypatch):
    revision = make_draft(Page, "marker", title="A secret").latest_revision
    token = draft_links.token_for(revision)
    elsewhere = client.get(f"/nowhere/?preview={token}")
    assert (elsewhere.status_code, headers(elsewhere)) == (403, PRIVATE)
    page = elsewhere.content.replace(b"nowhere", b"marker")
    for asked in (expired(revision, monkeypatch), token[:-1], f"1{token}", "x", "9" * 40, "%00"):
        response = client.get(f"/marker/?preview={asked}")
        assert (response.status_code, response.content) == (403, page)
    assert b"A secret" not in page


def test_link_of_another_kind_of_page_does_not_hold(client, make_draft):
    make_draft(Page, "marker")
    token = draft_links.token_for(make_draft(Article, "marker").latest_revision)
    assert client.get(f"/marker/?preview={token}").status_code == 403


def test_link_that_does_not_hold_leads_to_the_live_page(client, make_live, monkeypatch):
    item = make_live(Page, "marker")
    token = expired(item.latest_revision, monkeypatch)
    assert client.get(f"/marker/?preview={token}").content == client.get("/marker/").content


@pytest.mark.parametrize(("days", "status"), [(400_000, 200), (1, 403)])
def test_link_holds_for_the_days_of_the_setting(
    client, make_draft, settings, monkeypatch, days, status
):
    settings.PREVIEW_LINK_DAYS = days
    token = expired(make_draft(Page, "marker").latest_revision, monkeypatch)
    assert client.get(f"/marker/?preview={token}").status_code == status


def test_link_of_a_deleted_draft_does_not_hold(client, make_draft):
    item = make_draft(Page, "marker")
    token = draft_links.token_for(item.latest_revision)
    item.delete()
    assert client.get(f"/marker/?preview={token}").status_code == 403
