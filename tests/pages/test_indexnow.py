"""Search engines are told of public changes, later, together, and at no cost to publishing."""

import threading
import time
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from articles.models import Article
from clinic_site.pages import indexnow
from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from clinic_site.publishing.importing import import_content
from faq.models import Question
from tests.conftest import text_of
from tests.publishing.content_folder import page_file

from .indexnow_stub import Endpoint, served

KEY = "0123456789abcdef"
SITE = "https://www.example.org"


@pytest.fixture
def endpoint(settings, monkeypatch):
    monkeypatch.setattr(indexnow, "SECONDS_OF_QUIET", 0.02)
    with served(Endpoint()) as endpoint:
        settings.INDEXNOW_ENDPOINT = endpoint.url
        settings.INDEXNOW_KEY = KEY
        settings.SITE_URL = SITE
        yield endpoint


def wait():
    """Until all is told."""
    while sender := indexnow._waiting.sender:
        sender.join()


@pytest.fixture
def told(endpoint, django_capture_on_commit_callbacks, monkeypatch):
    """Makes changes that are certain, and returns the addresses told, request by request.

    It is quiet once all changes are made, however long a busy machine takes over them.
    """
    quiet = threading.Event()
    clock = SimpleNamespace(sleep=lambda seconds: quiet.wait(30))
    monkeypatch.setattr(indexnow, "time", clock)

    def tell(*changes):
        quiet.clear()
        endpoint.received.clear()
        with django_capture_on_commit_callbacks(execute=True):
            for change in changes:
                change()
        quiet.set()
        wait()
        return endpoint.addresses

    return tell


def test_published_page_is_told_with_the_key(make_draft, told, endpoint):
    item = make_draft(Article, "knots")
    told(lambda: editing.publish(item))
    assert endpoint.received == [
        {
            "host": "www.example.org",
            "key": KEY,
            "keyLocation": f"{SITE}/{KEY}.txt",
            "urlList": [f"{SITE}/articles/knots/"],
        }
    ]


def test_changed_moved_and_withdrawn_pages_are_told(make_live, told):
    item = make_live(Question, "sore")
    editing.save_draft(item, text=text_of(Question, body="Other words."))
    assert told(lambda: editing.publish(item)) == [[f"{SITE}/faq/sore/"]]
    both = [f"{SITE}/faq/ache/", f"{SITE}/faq/sore/"]
    assert told(lambda: editing.move(item, slug="ache")) == [both]
    assert told(lambda: editing.withdraw(item)) == [both]


def test_changes_that_come_together_are_told_together_and_once(make_draft, told):
    items = [make_draft(Page, slug) for slug in ("a", "b", "c")]
    changes = [lambda item=item: editing.publish(item) for item in [*items, items[0]]]
    assert told(*changes) == [[f"{SITE}/{slug}/" for slug in ("a", "b", "c")]]


def test_import_is_one_request(db, tmp_path, told):
    (tmp_path / "pages").mkdir()
    for number in range(5):
        page_file(tmp_path, slug=f"page-{number}")
    found = told(lambda: import_content(tmp_path))
    assert found == [[f"{SITE}/page-{number}/" for number in range(5)]]


def test_request_holds_no_more_than_is_allowed(make_draft, told, monkeypatch):
    monkeypatch.setattr(indexnow, "MOST_IN_A_REQUEST", 2)
    items = [make_draft(Page, slug) for slug in ("a", "b", "c")]
    changes = [lambda item=item: editing.publish(item) for item in items]
    assert told(*changes) == [[f"{SITE}/a/", f"{SITE}/b/"], [f"{SITE}/c/"]]


def test_what_readers_do_not_see_is_not_told(make_draft, make_live, told):
    draft, planned, live = make_draft(Page, "a"), make_draft(Page, "b"), make_live(Page, "c")
    tomorrow = timezone.now() + timedelta(days=1)
    never_public = make_live(Page, "d", published=tomorrow, withdrawn=tomorrow)
    assert (
        told(
            lambda: editing.save_draft(draft, text=text_of(Page, body="More.")),
            lambda: editing.publish(planned, at=tomorrow),
            lambda: editing.save_draft(live, text=text_of(Page, body="More.")),
            lambda: editing.publish(live, at=tomorrow),
            lambda: editing.move(never_public, slug="e"),
        )
        == []
    )


def test_planned_change_is_told_when_it_is_made(make_live, told):
    item = make_live(Page, "about")
    tomorrow = timezone.now() + timedelta(days=1)
    editing.save_draft(item, text=text_of(Page, body="Other words."))
    editing.publish(item, at=tomorrow)
    assert told(lambda: editing.apply_due(tomorrow + timedelta(minutes=1))) == [[f"{SITE}/about/"]]


def test_page_that_is_hidden_while_unsigned_is_not_told(make_live, told, settings):
    settings.SHOW_UNSIGNED_PAGES = False
    item = make_live(Page, "about")
    assert told(lambda: editing.move(item, slug="who"), lambda: editing.withdraw(item)) == []


def test_without_a_key_nothing_is_told(make_draft, told, settings):
    settings.INDEXNOW_KEY = ""
    item = make_draft(Page, "about")
    assert told(lambda: editing.publish(item)) == []


def test_change_that_is_undone_is_not_told(make_draft, endpoint):
    """No callback of the transaction is carried out, as when it is rolled back."""
    editing.publish(make_draft(Page, "about"))
    wait()
    assert endpoint.received == []


def test_refusal_is_logged_and_told_no_further(make_draft, told, endpoint, caplog):
    endpoint.status = 500
    item = make_draft(Page, "about")
    assert told(lambda: editing.publish(item)) == [[f"{SITE}/about/"]]
    assert item.is_live
    assert caplog.messages == [
        "IndexNow was not told of changes (addresses: 1): HTTP Error 500: Internal Server Error"
    ]


def test_slow_endpoint_does_not_hold_up_publishing(
    make_draft, endpoint, monkeypatch, caplog, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(indexnow, "TIMEOUT", 0.5)
    endpoint.may_answer.clear()
    item = make_draft(Page, "about")
    start = time.monotonic()
    with django_capture_on_commit_callbacks(execute=True):
        editing.publish(item)
    assert time.monotonic() - start < 0.5
    wait()
    assert caplog.messages == ["IndexNow was not told of changes (addresses: 1): timed out"]


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/", "no address", "https://[x/"])
def test_endpoint_that_is_not_there_is_logged(make_draft, told, settings, caplog, url):
    settings.INDEXNOW_ENDPOINT = url
    item = make_draft(Page, "about")
    told(lambda: editing.publish(item))
    assert item.is_live
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_sending_goes_on_after_a_failure(make_draft, told, endpoint):
    endpoint.status = 500
    first, second = make_draft(Page, "a"), make_draft(Page, "b")
    told(lambda: editing.publish(first))
    endpoint.status = 202
    assert told(lambda: editing.publish(second)) == [[f"{SITE}/b/"]]
