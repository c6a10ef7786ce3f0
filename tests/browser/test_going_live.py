"""From a draft to readers and back, in a browser, by keyboard, on a phone and in the dark."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Article
from clinic_site.publishing import editing
from tests.conftest import text_of

from .looks import axe_findings, overflow

SCREENS = [(width, scheme) for width in (390, 1280) for scheme in ("light", "dark")]
OURS = ".standing, .step, .submit-row"


@pytest.fixture
def admin_page(log_in_to, page, live_server, make_user):
    """Opens a page of the admin about an item, logged in."""
    log_in_to(page.context, make_user("ann", is_staff=True, is_superuser=True))

    def open_page(item, name):
        page.goto(f"{live_server.url}/admin/articles/article/{item.pk}/{name}/")
        return page

    return open_page


@pytest.fixture
def item(make_live):
    """A live page with a draft, something planned and a page that links to it."""
    item = make_live(Article, "knees", title="Knees", body="Old words.")
    make_live(Article, "linking", body="See [knees](articles:knees).")
    editing.withdraw(item, at=timezone.now() + timedelta(days=30))
    editing.save_draft(item, text=text_of(Article, title="Knees", body="New words."))
    return item


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_pages_of_the_steps_shut_nobody_out(admin_page, page, item, width, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 844})
    for name in ("change", "publish", "withdraw", "move", "share"):
        admin_page(item, name)
        assert (name, axe_findings(page, OURS), overflow(page)) == (name, [], 0)


def test_title_of_one_long_word_makes_no_page_wider(admin_page, make_live):
    item = make_live(Article, "knees", title="x" * 120)
    editing.save_draft(item, text=text_of(Article, title="y" * 120))
    for name in ("change", "publish", "history", "compare", "../../.."):
        page = admin_page(item, name)
        page.set_viewport_size({"width": 390, "height": 844})
        assert (name, axe_findings(page), overflow(page)) == (name, [], 0)


def test_enter_in_a_field_saves_a_draft_and_no_more(admin_page, item):
    page = admin_page(item, "change")
    page.get_by_label("Title:").fill("Knees and hips")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_have_text(
        "The draft of “Knees and hips” is saved. What readers see has not changed."
    )
    item.refresh_from_db()
    assert (item.title, item.has_draft) == ("Knees", True)


def test_draft_is_written_previewed_on_a_phone_and_published(admin_page, make_draft, live_server):
    item = make_draft(Article, "knees", title="Knees", body="Draft words.")
    page = admin_page(item, "change")
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("link", name="Preview the draft").click()
    expect(page.get_by_role("complementary", name="Preview")).to_contain_text(
        "Draft, not seen by readers."
    )
    assert overflow(page) == 0
    page.get_by_role("link", name="Back to where staff edit this page").click()
    page.get_by_role("button", name="Save and publish …").click()
    expect(page.get_by_role("heading", name="Publish “Knees”")).to_be_visible()
    assert not item.is_live
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.locator(".messagelist")).to_have_text("“Knees” is live. Readers see this text now.")
    page.goto(f"{live_server.url}/articles/knees/")
    expect(page.locator(".text")).to_have_text("Draft words.")


def test_plan_is_made_and_taken_back_by_keyboard(admin_page, item):
    page = admin_page(item, "publish")
    page.get_by_label("At a day and time").focus()
    page.keyboard.press("Space")
    page.get_by_label("Day:").fill("2999-07-01")
    page.get_by_label("Time:").fill("09:30")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Readers see this text from 1 July 2999")
    take_back = page.get_by_role("button", name="Take back the plan for 1 July 2999, 09:30")
    take_back.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_have_text(
        "The plan for 1 July 2999, 09:30 is taken back."
    )
    item.refresh_from_db()
    assert (item.publications.unapplied().count(), item.has_draft) == (0, True)


def test_shared_link_is_copied_and_opens_without_a_login(admin_page, item, new_context):
    page = admin_page(item, "share")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Make the link").click()
    page.get_by_role("button", name="Copy the link").click()
    expect(page.locator(".step [role=status]")).to_have_text("Copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    reviewer = new_context().new_page()
    reviewer.goto(link)
    expect(reviewer.locator(".text")).to_have_text("New words.")
    reviewer.goto(re.sub(r"\?.*", "", link))
    expect(reviewer.locator(".text")).to_have_text("Old words.")


def test_reader_finds_a_page_that_moved_back(page, live_server, make_live):
    item = make_live(Article, "knees", body="Words.")
    for slug in ("hips", "knees"):
        editing.move(item, slug=slug)
        page.goto(f"{live_server.url}/articles/{'knees' if slug == 'hips' else 'hips'}/")
        expect(page).to_have_url(f"{live_server.url}/articles/{slug}/")


def test_reader_finds_a_page_that_came_back(page, live_server, make_live):
    item = make_live(Article, "knees", body="Words.")
    editing.withdraw(item)
    assert page.goto(f"{live_server.url}/articles/knees/").status == 410
    editing.publish(item)
    assert page.goto(f"{live_server.url}/articles/knees/").status == 200
