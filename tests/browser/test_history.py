"""The pages about the past of a text, in a real browser."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from clinic_site.publishing import editing
from tests.conftest import text_of

from .looks import axe_findings, overflow

SCREENS = [(width, scheme) for width in (390, 1280) for scheme in ("light", "dark")]
OLD = "\n\n".join(["It can ache for a day.", *("Nothing new here." for _ in range(6)), "- one"])
NEW = OLD.replace("a day", "a week") + "\n- two"
PAGES = [
    "history/",
    "compare/",
    "compare/?view=side",
    "text-at/?at=2026-01-01T08:00",
    "sign-off/",
]


@pytest.fixture
def item(make_live, make_user):
    item = make_live(Article, "knees", title="Sore knees", body=OLD)
    editing.sign_off(
        item,
        digest=item.words_digest,
        reviewer=make_user("kim"),
        credentials="Physiotherapist",
        due_on="2999-01-01",
    )
    editing.save_draft(item, text=text_of(Article, title="Sore knees", body=NEW))
    return item


@pytest.fixture
def open_page(log_in_to, new_context, live_server, make_user, item):
    """Opens a page about the item for a member of staff."""
    ann = make_user("ann", is_staff=True, is_superuser=True)

    def open_at(path, width=1280, scheme="light"):
        viewport = {"width": width, "height": 800}
        context = new_context(viewport=viewport, color_scheme=scheme)
        log_in_to(context, ann)
        page = context.new_page()
        page.goto(f"{live_server.url}/admin/articles/article/{item.pk}/{path}")
        return page

    return open_at


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_pages_about_the_past_shut_nobody_out(open_page, width, scheme):
    for path in PAGES:
        page = open_page(path, width, scheme)
        assert (path, axe_findings(page), overflow(page)) == (path, [], 0)
        page.context.close()


def test_two_texts_are_chosen_and_compared_by_keyboard(open_page, item):
    page = open_page("history/")
    page.get_by_role("radio", name="Before").last.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Compare the two chosen texts").focus()
    page.keyboard.press("Enter")
    expect(page.locator("section[aria-label=Text] del")).to_have_text("[removed: day]")
    expect(page.locator("section[aria-label=Text] ins")).to_have_text(
        ["[added: week]", "[added: - two]"]
    )
    page.get_by_role("link", name="Side by side").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".compare--side")).to_have_count(1)
    page.get_by_role("link", name="Choose other texts").click()
    first, last = item.revisions.last().pk, item.revisions.first().pk
    assert page.url.endswith(f"history/?old={first}&new={last}")


def test_old_text_is_restored_as_a_draft(open_page, item):
    page = open_page("history/", width=390)
    page.get_by_role("button", name="Restore as a draft").click()
    expect(page.locator(".messagelist")).to_contain_text("is the newest draft now.")
    assert item.latest_revision.text == item.revisions.last().text
    assert item.revisions.count() == 3


def test_draft_is_read_in_full_and_signed(open_page, item):
    page = open_page("sign-off/", width=390)
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1)).to_have_text("Sore knees")
    expect(frame.get_by_text("It can ache for a week.")).to_be_visible()
    page.get_by_label("Credentials").fill("Physiotherapist")
    page.get_by_role("button", name="Sign off this text").click()
    expect(page.locator(".messagelist")).to_contain_text("You have signed off “Sore knees”.")
    editing.publish(item)
    assert item.valid_sign_off.reviewer_name == "ann"
