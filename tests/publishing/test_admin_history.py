"""The history of a page: what it shows of each text, and what one can do from there."""

import re
from datetime import UTC, date, datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.publishing import editing, texts
from clinic_site.publishing.admin.history import TEXTS_A_PAGE
from faq.models import Question
from tests.conftest import LONG_AGO, text_of

from .messages import messages_of

MARCH, FAR_AHEAD = datetime(2026, 3, 1, 8, tzinfo=UTC), datetime(2999, 1, 1, 8, tzinfo=UTC)
VIEWS_OF_TEXTS = ["history", "compare", "text", "text_at"]


def url_of(item, name="history"):
    opts = item._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{name}", args=[item.pk])


def shown(client, item, **query):
    """For each text of the list, the newest first: who and when, note, and what became of it."""
    page = client.get(url_of(item), query).content.decode()
    entries = re.findall(r'<li class="saved\b.*?</ul>', page, re.DOTALL)
    return [
        [" ".join(re.sub("<[^>]+>", " ", part).split()) for part in re.findall(PARTS, entry)]
        for entry in entries
    ]


PARTS = re.compile(r"<h3.*?</h3>|<p.*?</p>|<li class=\"saved__.*?</li>|<li>.*?</li>", re.DOTALL)


def happened(item, at):
    """The texts and decisions so far, as if they were of another time."""
    item.revisions.update(created_at=at)
    item.publications.update(at=at)


@pytest.fixture
def page(make_live, make_user):
    """A page that was published, corrected in March, planned to change, and drafted on."""
    ann = make_user("ann-writer", first_name="Ann", last_name="Writer")
    item = make_live(Page, "about", body="First words.")
    happened(item, LONG_AGO)
    editing.save_draft(item, text=text_of(Page, body="Corrected."), by=ann, note="A letter")
    editing.publish(item)
    newest = item.publications.order_by("pk").last()
    item.publications.filter(pk=newest.pk).update(at=MARCH)
    item.revisions.filter(created_by=ann).update(created_at=MARCH)
    return item


def test_every_text_says_who_saved_it_when_and_why(staff, page):
    assert [entry[:2] for entry in shown(staff, page)] == [
        ["1 March 2026, 08:00 by Ann Writer", "A letter"],
        ["1 March 2026, 08:00 by Ann Writer", "A letter"],
        ["5 January 2026, 08:00", "Published from 5 January 2026, 08:00 until 1 March 2026, 08:00"],
    ]


def test_what_became_of_each_text_is_said(staff, page, make_user):
    editing.sign_off(
        page,
        digest=page.words_digest,
        reviewer=make_user("kim", first_name="Kim", last_name="Example"),
        credentials="Physiotherapist",
        signed_on=date(2026, 3, 2),
        due_on=date(2027, 3, 2),
    )
    editing.save_draft(page, text=text_of(Page, body="Planned."))
    editing.publish(page, at=FAR_AHEAD)
    editing.keep_conflicting(page, text=text_of(Page, body="In the file."), note="Of a file")
    facts = [entry[1:] for entry in shown(staff, page)]
    signed = "Signed off by Kim Example on 2 March 2026"
    assert facts == [
        ["Of a file", "Set aside when file and site disagreed"],
        ["The newest text", "Planned for 1 January 2999, 08:00"],
        [],
        ["A letter", "Published since 1 March 2026, 08:00", signed],
        ["A letter", signed],
        ["Published from 5 January 2026, 08:00 until 1 March 2026, 08:00"],
    ]


def test_history_takes_the_place_of_djangos(staff, page):
    odd_address = url_of(page).replace(f"/{page.pk}/", f"/_{ord(str(page.pk)):X}/")
    assert staff.get(odd_address).status_code == 302
    assert "Every text of this page that was saved" in staff.get(url_of(page)).content.decode()


def test_long_history_has_pages_and_a_choice_is_kept_between_them(staff, make_draft):
    item = make_draft(Page, "about", body="Words 0.")
    for number in range(1, TEXTS_A_PAGE + 1):
        editing.save_draft(item, text=text_of(Page, body=f"Words {number}."))
    newest, oldest = item.revisions.first(), item.revisions.last()
    assert len(shown(staff, item)) == TEXTS_A_PAGE
    context = staff.get(url_of(item), {"page": 2, "new": newest.pk, "old": oldest.pk}).context
    assert [text.revision for text in context["chosen_elsewhere"]] == [newest]
    assert [text.revision for text in context["saved"]] == [oldest]
    assert (context["old"], context["new"]) == (oldest.pk, newest.pk)


@pytest.mark.parametrize("given", ["x", "", "9" * 30, "-1", "²"])
def test_odd_choice_is_no_choice(staff, page, given):
    context = staff.get(url_of(page), {"old": given}).context
    assert (context["chosen_elsewhere"], len(context["saved"])) == ([], 3)


def test_text_of_another_page_is_never_shown(staff, page, make_draft):
    other = make_draft(Page, "other", body="Another page.").latest_revision
    context = staff.get(url_of(page), {"old": other.pk}).context
    assert context["chosen_elsewhere"] == []
    for name in ("text", "compare"):
        query = {"revision": other.pk, "new": other.pk}
        assert staff.get(url_of(page, name), query).status_code == 404


def test_number_of_queries_is_constant(staff, page, make_user, django_assert_max_num_queries):
    def sign(name):
        editing.sign_off(
            page,
            digest=page.words_digest,
            reviewer=make_user(name),
            credentials="PT",
            due_on=date(2999, 1, 1),
        )

    for number in range(5):
        text = text_of(Page, body=f"Words {number}.")
        editing.save_draft(page, text=text, by=make_user(f"writer-{number}"))
        editing.publish(page)
        sign(f"reviewer-{number}")
    with django_assert_max_num_queries(11):
        staff.get(url_of(page))


@pytest.mark.parametrize("name", VIEWS_OF_TEXTS)
@pytest.mark.parametrize("model", [Article, Question, Page])
@pytest.mark.parametrize("action", ["view", "change"])
def test_who_sees_a_page_sees_its_texts(client, log_in, make_draft, model, name, action):
    log_in(f"{action}_{model._meta.model_name}")
    assert client.get(url_of(make_draft(model, "a-page"), name)).status_code == 200


@pytest.mark.parametrize("name", VIEWS_OF_TEXTS)
def test_nobody_else_sees_a_text(client, log_in, make_draft, name):
    item = make_draft(Page, "about")
    assert client.get(url_of(item, name)).status_code == 302
    log_in("add_page", "delete_page", "publish_page", "change_article", "view_question")
    assert client.get(url_of(item, name)).status_code == 403


def test_text_is_downloaded_as_the_file_of_an_export(staff, page):
    old = page.revisions.last()
    response = staff.get(url_of(page, "text"), {"revision": old.pk})
    assert response.content.decode() == old.text
    assert staff.get(url_of(page, "text")).content.decode() == texts.to_text(page)
    assert {name: response[name] for name in ("Content-Type", "X-Content-Type-Options")} == {
        "Content-Type": "text/markdown; charset=utf-8",
        "X-Content-Type-Options": "nosniff",
    }
    assert response["Content-Disposition"] == 'attachment; filename="about.md"'


def test_restored_text_is_a_draft_and_readers_see_no_change(staff, page, admin_user):
    old = page.revisions.last()
    response = staff.post(url_of(page, "restore"), {"revision": old.pk}, follow=True)
    assert messages_of(response) == [
        "The text of 05 January 2026, 08:00 is the newest draft now. "
        "What readers see has not changed."
    ]
    page.refresh_from_db()
    newest = page.latest_revision
    assert texts.words_of(newest.text) == texts.words_of(old.text)
    assert (newest.created_by, page.body, page.has_draft) == (admin_user, "Corrected.\n", True)
    assert [entry.change_message for entry in LogEntry.objects.all()] == [
        "Made the text of 05 January 2026, 08:00 the newest draft."
    ]


def test_text_that_a_new_rule_refuses_is_not_restored(staff, page):
    old = page.revisions.last()
    text = old.text.replace("What this page says.", "x" * 200)
    page.revisions.filter(pk=old.pk).update(text=text)
    response = staff.post(url_of(page, "restore"), {"revision": old.pk}, follow=True)
    [message] = messages_of(response)
    assert message.startswith("The text of 05 January 2026, 08:00 breaks a newer rule")
    assert page.revisions.count() == 3


def test_only_who_may_change_a_page_restores_a_text(client, log_in, page):
    old = page.revisions.last()
    log_in("view_page", "publish_page")
    assert client.post(url_of(page, "restore"), {"revision": old.pk}).status_code == 403
    assert "Restore as a draft" not in client.get(url_of(page)).content.decode()
    log_in("change_page", username="bob")
    assert client.get(url_of(page, "restore")).status_code == 405
    assert client.get(url_of(page)).content.decode().count("Restore as a draft") == 2
    assert page.revisions.count() == 3
    client.post(url_of(page, "restore"), {"revision": old.pk})
    assert page.revisions.count() == 4
