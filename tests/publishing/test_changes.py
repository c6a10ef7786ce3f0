"""What readers are told of a page's past, and what they are not told."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from clinic_site.publishing.changes import public_changes
from clinic_site.publishing.models import Revision
from faq.models import Question
from tests.conftest import LONG_AGO, text_of

MARCH, APRIL, MAY, JUNE = (datetime(2026, month, 1, 8, tzinfo=UTC) for month in (3, 4, 5, 6))
PLACES = [(Article, "/articles/marker/"), (Question, "/faq/marker/"), (Page, "/marker/")]


@pytest.fixture
def make_live_since(make_live):
    """Publishes an item as if the site had done so long ago."""

    def make(model, slug, **text):
        item = make_live(model, slug, **text)
        happened(item, LONG_AGO)
        return item

    return make


def happened(item, at):
    """The last decision, as if it had been made at another time."""
    last = item.publications.order_by("pk").last()
    item.publications.filter(pk=last.pk).update(at=at)


def publish(item, at, **text):
    editing.save_draft(item, text=text_of(type(item), **text))
    editing.publish(item)
    dated = re.sub("updated: .*", f"updated: {at}", item.latest_revision.text)
    Revision.objects.filter(pk=item.latest_revision.pk).update(text=dated)
    happened(item, at)


def withdraw(item, at):
    editing.withdraw(item)
    happened(item, at)


def sign_off(item, reviewer):
    editing.sign_off(
        item,
        digest=item.words_digest,
        reviewer=reviewer,
        credentials="Physiotherapist",
        signed_on=date(2026, 2, 1),
        due_on=date(2027, 2, 1),
    )


def told(item):
    return [(change.at, change.what) for change in public_changes(item)]


def test_page_that_never_changed_was_first_published(make_live):
    item = make_live(Page, "about", change_note="Not for a first text.")
    assert told(item) == [(LONG_AGO, "First published.")]


def test_each_change_of_words_is_told_with_its_reason(make_live_since):
    item = make_live_since(Page, "about")
    publish(item, MARCH, body="New words.", change_note="A new study.")
    publish(item, APRIL, body="Newer words.")
    assert told(item) == [
        (APRIL, "The words changed. No note was written about why."),
        (MARCH, "A new study."),
        (LONG_AGO, "First published."),
    ]


def test_same_words_published_again_are_no_change(make_live_since):
    item = make_live_since(Page, "about", body="Words.")
    publish(item, MARCH, body="Words.", position=3, change_note="Moved in the list.")
    assert told(item) == [(LONG_AGO, "First published.")]


def test_withdrawal_and_return_are_told(make_live_since):
    item = make_live_since(Page, "about", body="Words.")
    withdraw(item, MARCH)
    publish(item, APRIL, body="Words.")
    withdraw(item, MAY)
    publish(item, JUNE, body="Better words.", change_note="Put right.")
    assert told(item) == [
        (JUNE, "Put right."),
        (JUNE, "Published again."),
        (MAY, "Withdrawn."),
        (APRIL, "Published again."),
        (MARCH, "Withdrawn."),
        (LONG_AGO, "First published."),
    ]


def test_import_of_a_corrected_text_tells_both_its_dates(make_live):
    item = make_live(Page, "about", updated=MARCH, change_note="A mistake put right.")
    assert told(item) == [(MARCH, "A mistake put right."), (LONG_AGO, "First published.")]


def test_text_that_was_replaced_at_once_is_not_told(make_live_since):
    item = make_live_since(Page, "about")
    publish(item, MARCH, body="A slip.", change_note="Slipped.")
    publish(item, MARCH, body="As meant.", change_note="As meant.")
    assert told(item) == [(MARCH, "As meant."), (LONG_AGO, "First published.")]


def test_while_unsigned_pages_are_hidden_only_signed_texts_were_seen(
    make_live_since, make_user, settings
):
    settings.SHOW_UNSIGNED_PAGES = False
    item = make_live_since(Page, "about", body="Signed words.")
    sign_off(item, make_user("kim"))
    publish(item, MARCH, body="Unsigned words.", change_note="Nobody saw this.")
    publish(item, APRIL, body="Signed again.", change_note="Signed.")
    sign_off(item, make_user("lee"))
    assert told(item) == [(APRIL, "Signed."), (LONG_AGO, "First published.")]


@pytest.mark.parametrize(("model", "url"), PLACES)
def test_list_is_one_link_away_and_leads_back(client, make_live_since, model, url):
    publish(make_live_since(model, "marker"), MARCH, body="New.", change_note="A new study.")
    assert f'<a href="{url}changes/">All changes</a>' in client.get(url).content.decode()
    page = client.get(f"{url}changes/").content.decode()
    entries = re.findall(r'datetime="(.*?)">.*?</time>\s*<p>(.*?)</p>', page)
    assert entries == [("2026-03-01", "A new study."), ("2026-01-05", "First published.")]
    assert page.count(f'href="{url}"') == 2
    assert '<meta name="robots" content="noindex">' in page


@pytest.mark.parametrize(("model", "url"), PLACES)
def test_nothing_of_staff_drafts_and_plans_is_told(client, make_live, make_user, model, url):
    marker = make_user("marker-name", first_name="Marker", last_name="Name")
    item = make_live(model, "page", title="A live page")
    draft = text_of(model, title="A marker draft", change_note="A marker note")
    editing.save_draft(item, text=draft, by=marker, note="A marker for colleagues")
    editing.publish(item, at=timezone.now() + timedelta(hours=1), by=marker)
    editing.save_draft(item, text=draft.replace("draft", "second"), by=marker)
    editing.withdraw(item, at=timezone.now() + timedelta(hours=2), by=marker)
    page = client.get(f"{url.replace('marker', 'page')}changes/").content.decode()
    assert ("A live page" in page, "marker" in page.lower()) == (True, False)


@pytest.mark.parametrize(("model", "url"), PLACES)
def test_list_is_there_only_while_its_page_is(client, make_draft, make_live, model, url):
    make_draft(model, "draft")
    make_live(model, "live")
    editing.withdraw(make_live(model, "gone"))
    statuses = {
        slug: client.get(f"{url.replace('marker', slug)}changes/").status_code
        for slug in ("draft", "live", "gone", "none")
    }
    assert statuses == {"draft": 404, "live": 200, "gone": 410, "none": 404}


@pytest.mark.parametrize(("model", "url"), PLACES)
def test_list_moves_with_its_page(client, make_live, model, url):
    editing.move(make_live(model, "old"), slug="marker")
    response = client.get(f"{url.replace('marker', 'old')}changes/")
    assert (response.status_code, response.url) == (301, f"{url}changes/")


def test_address_whose_list_would_be_a_topic_is_refused(topics):
    with pytest.raises(ValidationError, match="The address topic is taken by the site itself"):
        Article(slug="topic").check_address()


def test_number_of_queries_is_constant_in_the_number_of_changes(
    client, make_live_since, django_assert_num_queries
):
    item = make_live_since(Page, "about")
    client.get("/about/changes/")
    with django_assert_num_queries(3):
        client.get("/about/changes/")
    for month, at in enumerate((MARCH, APRIL, MAY)):
        publish(item, at, body=f"Words of month {month}.")
    with django_assert_num_queries(3):
        assert client.get("/about/changes/").content.decode().count("<time") == 4
