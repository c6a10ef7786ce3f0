"""The steps from a saved draft to its readers, and back."""

import re
from datetime import date, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.utils import timezone

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from tests.conftest import text_of

from .admin_forms import change_url, form_of, item_url
from .messages import messages_of, words_of

HOUR = timedelta(hours=1)
LONG_SENTENCE = "You " + "and you " * 12 + "rest."
LONG_LIST = "Take:\n\n" + "- A rest.\n" * 8


def publish(client, item, *, revision=None, when="now", **values):
    revision = revision or item.latest_revision
    data = {"revision": revision.pk, "when": when, **values}
    return client.post(item_url(item, "publish"), data, follow=True)


def withdraw(client, item, when="now", **values):
    return client.post(item_url(item, "withdraw"), {"when": when, **values}, follow=True)


def refusals(response):
    return response.context["form"].non_field_errors()


def log():
    return list(LogEntry.objects.order_by("pk").values_list("change_message", flat=True))


@pytest.fixture
def log_in(client, make_user):
    """A member of staff with these permissions for plain pages."""

    def log_in(*actions):
        user = make_user("ann", is_staff=True)
        codenames = [f"{action}_page" for action in actions]
        user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        client.force_login(user)
        return client

    return log_in


@pytest.mark.parametrize("step", ["publish", "withdraw"])
def test_button_saves_the_draft_and_asks_before_readers_see_anything(staff, make_live, step):
    item = make_live(Page, "about", body="Old words.")
    data = form_of(staff, change_url(item)) | {"body": "New words.", f"_{step}": "1"}
    response = staff.post(change_url(item), data, follow=True)
    assert response.redirect_chain == [(item_url(item, step), 302)]
    assert messages_of(response) == [
        "The draft of “A page” is saved. What readers see has not changed."
    ]
    item.refresh_from_db()
    assert (item.body, item.state, item.has_draft) == ("Old words.\n", "Live", True)


def test_buttons_are_those_that_one_may_press(log_in, make_live):
    item = make_live(Page, "about")
    buttons = re.compile(r'type="submit"[^>]* name="_(\w+)"')
    page = log_in("change", "publish").get(change_url(item)).content.decode()
    assert buttons.findall(page) == ["save", "publish", "withdraw"]


def test_editors_have_no_button_to_publish(log_in, make_live):
    item = make_live(Page, "about")
    client = log_in("change")
    assert 'name="_publish"' not in client.get(change_url(item)).content.decode()
    data = form_of(client, change_url(item)) | {"body": "New words.", "_publish": "1"}
    response = client.post(change_url(item), data)
    assert response.url == change_url(item)


def test_draft_kept_in_the_browser_is_named_until_the_form_is_back(staff, make_draft):
    kept = "0b54c1de-5c2c-4f8e-9d3f-0123456789ab"
    item = make_draft(Page, "about")
    data = form_of(staff, change_url(item)) | {"browser_draft": kept, "_publish": "1"}
    step = staff.post(change_url(item), data).url
    assert step == f"{item_url(item, 'publish')}?saved={kept}"
    data = {"revision": item.latest_revision.pk, "when": "now"}
    assert staff.post(step, data).url == f"{change_url(item)}?saved={kept}"


def test_published_now(staff, make_draft, admin_user):
    item = make_draft(Page, "about", title="About")
    response = publish(staff, item)
    assert messages_of(response) == ["“About” is live. Readers see this text now."]
    assert item.is_live
    assert item.publications.get().decided_by == admin_user
    assert log() == ["“About” is live. Readers see this text now."]


def test_published_page_that_waits_for_a_review_says_so(staff, make_draft, settings):
    settings.SHOW_UNSIGNED_PAGES = False
    item = make_draft(Page, "about", title="About")
    expected = "Readers see them once a clinician has signed them off."
    assert expected in words_of(staff.get(item_url(item, "publish")))
    assert messages_of(publish(staff, item)) == [
        "“About” is published. Readers see it once a clinician has signed it off."
    ]


def test_published_at_a_time(staff, make_live, settings):
    settings.TIME_ZONE = "Europe/Vienna"
    item = make_live(Page, "about", title="Old")
    editing.save_draft(item, text=text_of(Page, title="New"))
    response = publish(staff, item, when="later", day="2999-07-01", time="09:30")
    assert messages_of(response) == [
        "“Old” is planned. Readers see this text from 1 July 2999, 09:30."
    ]
    assert item.publications.unapplied().get().at.isoformat() == "2999-07-01T07:30:00+00:00"
    assert "In the time zone Europe/Vienna." in words_of(staff.get(item_url(item, "publish")))


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"when": "later"}, "Give both a day and a time."),
        ({"when": "later", "day": "2999-07-01"}, "Give both a day and a time."),
        (
            {"when": "later", "day": "2020-07-01", "time": "09:30"},
            "This time is past. Choose a later one, or “Now”.",
        ),
        (
            {"when": "now", "day": "2999-07-01"},
            "You chose “Now” and also gave a day or a time. Choose one of the two.",
        ),
    ],
)
def test_unclear_time_is_refused(staff, make_draft, values, refusal):
    item = make_draft(Page, "about")
    assert refusals(publish(staff, item, **values)) == [refusal]
    assert refusals(withdraw(staff, item, **values)) == [refusal]
    assert not item.publications.exists()


def test_newer_draft_that_nobody_read_is_not_published(staff, make_draft):
    item = make_draft(Page, "about", body="Read words.")
    read = item.latest_revision
    newer = editing.save_draft(item, text=text_of(Page, body="New words."))
    response = publish(staff, item, revision=read)
    assert refusals(response) == [
        "Somebody saved a newer text since you opened this page. Read it, then decide."
    ]
    assert f'name="revision" value="{newer.pk}"' in response.content.decode()
    assert not item.is_live


def test_text_of_another_page_is_not_published(staff, make_draft):
    item, other = make_draft(Page, "about"), make_draft(Page, "other", body="Other words.")
    response = publish(staff, item, revision=other.latest_revision)
    assert list(response.context["form"].errors) == ["revision"]
    assert not item.is_live


@pytest.mark.parametrize("day", ["2999-03-31", "2999-10-27"])
def test_time_at_which_the_clocks_change_is_refused(staff, make_draft, settings, day):
    settings.TIME_ZONE = "Europe/Berlin"
    item = make_draft(Page, "about")
    assert refusals(publish(staff, item, when="later", day=day, time="02:30")) == [
        "The clocks change that day, so this time comes twice or not at all. Choose another time."
    ]
    publish(staff, item, when="later", day=day, time="03:30")
    hour = item.publications.get().at.hour
    assert hour == {"2999-03-31": 1, "2999-10-27": 2}[day]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Fine.\n\nBut [@Nobody1999].", "Text, line 3: There is no reference"),
        (f"Fine.\n\n{LONG_SENTENCE}", "Text, line 3: A sentence has 26 words"),
    ],
)
def test_errors_of_the_text_stop_it(staff, make_draft, body, found):
    item = make_draft(Page, "about", body=body)
    page = staff.get(item_url(item, "publish"))
    assert found in words_of(page)
    assert 'value="Publish"' not in page.content.decode()
    assert refusals(publish(staff, item)) == [
        "This text was not published, because it has the errors below. Mend them first."
    ]
    assert not item.is_live


def test_warnings_do_not_stop_it(staff, make_draft):
    item = make_draft(Page, "about", body=LONG_LIST)
    assert "Text, line 10: A list has 8 items." in words_of(staff.get(item_url(item, "publish")))
    publish(staff, item)
    assert item.is_live


def test_step_tells_whether_the_words_are_signed(staff, make_draft, make_user):
    item = make_draft(Page, "about")
    unsigned = "Readers will be told that no clinician has reviewed the page."
    assert unsigned in words_of(staff.get(item_url(item, "publish")))
    revision = item.latest_revision
    editing.sign_off(
        item,
        digest=editing.words_digest_of(item, revision),
        reviewer=make_user("kim", first_name="Kim", last_name="Example"),
        credentials="Doctor",
        signed_on=date(2026, 2, 1),
        due_on=date(2027, 2, 1),
    )
    page = words_of(staff.get(item_url(item, "publish")))
    assert "Kim Example signed off these words on 1 February 2026." in page
    assert unsigned not in page


def test_step_tells_what_readers_are_told_about_the_change(staff, make_live):
    item = make_live(Page, "about")
    editing.save_draft(item, text=text_of(Page, body="New words.", change_note="A new source."))
    page = words_of(staff.get(item_url(item, "publish")))
    assert "Readers are told what changed: “A new source.”" in page
    editing.publish(item)
    editing.save_draft(item, text=text_of(Page, body="Newer.", change_note="A new source."))
    page = words_of(staff.get(item_url(item, "publish")))
    assert "The note for readers, “A new source.”, is still that of the last change." in page


def test_text_that_is_live_already_has_nothing_to_publish(staff, make_live):
    page = staff.get(item_url(make_live(Page, "about"), "publish"))
    assert "Readers see this text already." in words_of(page)
    assert 'value="Publish"' not in page.content.decode()


def test_withdrawn_now_tells_which_pages_link_there(staff, make_live):
    item = make_live(Page, "about", title="About")
    make_live(Article, "knots", title="Knots", body="See [it](pages:about).")
    make_live(Article, "other", title="Other", body="See [it](articles:knots).")
    step = staff.get(item_url(item, "withdraw"))
    assert [page.title for page in step.context["linking"]] == ["Knots"]
    response = withdraw(staff, item)
    assert messages_of(response) == ["“About” is withdrawn. Readers are told that it is gone."]
    item.refresh_from_db()
    assert (item.state, log()) == ("Withdrawn", messages_of(response))


def test_withdrawn_at_a_time(staff, make_live):
    item = make_live(Page, "about", title="About")
    response = withdraw(staff, item, "later", day="2999-07-01", time="09:30")
    assert messages_of(response) == ["“About” will be withdrawn on 1 July 2999, 09:30."]
    assert item.is_live


def test_first_publication_and_withdrawal_are_both_planned(staff, make_draft):
    item = make_draft(Page, "about", title="About")
    publish(staff, item, when="later", day="2999-07-01", time="09:30")
    assert refusals(withdraw(staff, item)) == [
        "Readers will not see this page by then. Take back its plan instead."
    ]
    withdraw(staff, item, "later", day="2999-07-02", time="09:30")
    planned = [(plan.at.day, plan.revision is None) for plan in item.publications]
    assert planned == [(1, False), (2, True)]


def test_draft_has_nothing_to_withdraw(staff, make_draft):
    item = make_draft(Page, "about")
    words = "Readers do not see this page, so there is nothing to withdraw."
    assert words in words_of(staff.get(item_url(item, "withdraw")))
    assert refusals(withdraw(staff, item)) == [
        "This page was never public, so there is nothing to withdraw."
    ]


def test_plan_is_taken_back(staff, make_live):
    item = make_live(Page, "about")
    plan = editing.withdraw(item, at=timezone.now() + HOUR)
    page = staff.get(change_url(item)).content.decode()
    assert f'name="publication" value="{plan.pk}"' in page
    staff.post(item_url(item, "cancel"), {"publication": plan.pk})
    item.refresh_from_db()
    assert (item.withdrawn_at, len(log())) == (None, 1)


@pytest.mark.parametrize("publication", ["", "x", "999"])
def test_plan_that_is_gone_cannot_be_taken_back(staff, make_live, publication):
    item = make_live(Page, "about")
    response = staff.post(item_url(item, "cancel"), {"publication": publication}, follow=True)
    assert messages_of(response) == ["This plan was carried out or taken back already."]
    assert staff.get(item_url(item, "cancel")).status_code == 405


@pytest.mark.parametrize("step", ["publish", "withdraw", "cancel"])
def test_steps_need_the_permission_to_publish_and_to_see(log_in, make_live, step):
    item = make_live(Page, "about")
    editing.save_draft(item, text=text_of(Page, body="New words."))
    plan = editing.publish(item, at=timezone.now() + HOUR)
    client = log_in("add", "change", "view", "delete")
    data = {"revision": item.latest_revision.pk, "when": "now", "publication": plan.pk}
    assert client.post(item_url(item, step), data).status_code == 403
    assert client.get(item_url(item, step)).status_code == 403
    assert item.publications.unapplied().get() == plan


def test_reviewer_publishes_without_changing(log_in, make_draft):
    item = make_draft(Page, "about")
    client = log_in("view", "publish")
    form = client.get(change_url(item)).content.decode()
    assert (item_url(item, "publish") in form, 'name="_' in form) == (True, False)
    publish(client, item)
    assert item.is_live
