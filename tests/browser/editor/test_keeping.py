"""What is typed and not saved is kept in the browser, offered back, and never put back unasked."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Article
from clinic_site.publishing import editing
from tests.conftest import text_of

from .parts import BODY, kept, log_out, publish, save, status, text

KEPT = "Object.keys(localStorage).filter(key => key.startsWith('editor-text:'))"
# Types when the form is sent, and the page still stands.
TYPE_LATE = """text => text.form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    setTimeout(() => {
        text.value += " And more.";
        text.dispatchEvent(new Event("input", {bubbles: true}));
    });
})"""
TIME = re.compile(r"^Kept in this browser at \d\d:\d\d\.$")


def banners(page):
    return page.get_by_role("region", name="Text kept in this browser")


def put_back(page):
    page.get_by_role("button", name="Put it back").click()


def title(page):
    return page.locator("input[name=title]")


def opening(page):
    return page.locator("input[name=browser_draft]").input_value()


def type_words(page, words):
    text(page).fill(words)
    expect(kept(page)).to_have_text(TIME)


@pytest.fixture
def reopen(editor, open_editor):
    """Closes the tab and opens the page anew."""

    def reopen(query=""):
        context = editor.context
        for tab in context.pages:
            tab.close()
        return open_editor(context.new_page(), query)

    return reopen


def test_nothing_typed_is_nothing_kept(editor, reopen):
    text(editor).press_sequentially("x")
    expect(kept(editor)).to_have_text(TIME)
    text(editor).press("Backspace")
    expect(kept(editor)).to_have_text("")
    expect(banners(reopen())).to_have_count(0)


def test_closed_tab_offers_all_fields_back(editor, reopen):
    title(editor).fill("Other knees")
    type_words(editor, "Other words.")
    page = reopen()
    expect(banners(page).get_by_role("alert")).to_have_text(
        re.compile(
            r"^What you typed here on .+ at .+ was not saved, and is kept in this browser\. "
            r"It differs in: Title, Text\.$"
        )
    )
    expect(text(page)).to_have_value(BODY)
    put_back(page)
    expect(text(page)).to_have_value("Other words.")
    expect(title(page)).to_have_value("Other knees")
    expect(banners(page)).to_have_count(0)


def test_text_put_back_is_still_kept(editor, reopen):
    type_words(editor, "Other words.")
    page = reopen()
    put_back(page)
    expect(kept(page)).to_have_text(TIME)
    again = reopen()
    expect(banners(again)).to_have_count(1)
    put_back(again)
    expect(text(again)).to_have_value("Other words.")


def test_text_thrown_away_is_gone(editor, reopen):
    type_words(editor, "Other words.")
    page = reopen()
    page.get_by_role("button", name="Throw it away").click()
    expect(text(page)).to_have_value(BODY)
    expect(banners(reopen())).to_have_count(0)


def test_putting_back_does_not_lose_what_was_typed_since(editor, reopen):
    type_words(editor, "Older words.")
    page = reopen()
    type_words(page, "Newer words.")
    put_back(page)
    expect(text(page)).to_have_value("Older words.")
    put_back(page)
    expect(text(page)).to_have_value("Newer words.")
    expect(banners(page)).to_have_count(1)


def test_putting_back_names_the_text_that_it_was_based_on(editor, reopen, article):
    based_on = editor.locator("input[name=based_on]").input_value()
    type_words(editor, "Other words.")
    editing.save_draft(article, text=text_of(Article, body="A colleague's words."))
    page = reopen()
    expect(text(page)).to_have_value("A colleague's words.\n")
    put_back(page)
    expect(page.locator("input[name=based_on]")).to_have_value(based_on)


def test_saved_text_is_dropped(editor):
    type_words(editor, "Other words.")
    save(editor)
    expect(editor.locator(".messagelist")).to_contain_text("is saved")
    expect(editor).to_have_url(re.compile("/change/$"))
    assert editor.evaluate(KEPT) == []


def test_words_typed_while_a_save_is_on_its_way_are_offered_back(editor, article):
    type_words(editor, "Other words.")
    text(editor).evaluate(TYPE_LATE)
    save(editor)
    expect(editor.locator(".messagelist")).to_be_visible()
    expect(text(editor)).to_have_value("Other words.\n")
    put_back(editor)
    expect(text(editor)).to_have_value("Other words. And more.")


def test_saved_text_of_a_new_page_is_dropped_though_its_address_is_another(editor, live_server):
    editor.goto(f"{live_server.url}/admin/articles/article/add/")
    editor.get_by_label("Title:").fill("Hips")
    editor.get_by_label("Summary:").fill("What this page says.")
    editor.get_by_label("Topic:").select_option(label="The basics")
    type_words(editor, "Other words.")
    assert len(editor.evaluate(KEPT)) == 1
    save(editor)
    expect(editor).to_have_url(re.compile("/change/$"))
    assert editor.evaluate(KEPT) == []


def test_text_saved_on_the_way_to_a_step_is_dropped(editor):
    type_words(editor, "Other words.")
    publish(editor)
    expect(editor).to_have_url(re.compile("/publish/$"))
    assert editor.evaluate(KEPT) == []


def test_answer_about_a_save_drops_its_text_and_leaves_the_address(editor, reopen):
    type_words(editor, "Other words.")
    page = reopen(f"?saved={opening(editor)}&other=1")
    expect(banners(page)).to_have_count(0)
    assert page.evaluate("location.search") == "?other=1"


def test_answer_about_another_save_drops_nothing(editor, reopen):
    type_words(editor, "Other words.")
    expect(banners(reopen("?saved=0b0b0b0b-0000-4000-8000-000000000000"))).to_have_count(1)


@pytest.mark.parametrize("typed", ["Other words.\n", "Other words.", "\nOther words. "])
def test_text_that_the_server_has_by_now_is_not_offered(editor, reopen, article, typed):
    type_words(editor, typed)
    keys = text_of(Article, title="A page", body="Other words.")
    editing.save_draft(article, text=keys)
    expect(banners(reopen())).to_have_count(0)


def test_refused_save_stays_kept(editor, reopen):
    type_words(editor, "See [@Nobody1999].")
    publish(editor)
    expect(editor.locator(".errornote")).to_be_visible()
    expect(kept(editor)).to_have_text(TIME)
    expect(banners(editor)).to_have_count(0)
    page = reopen()
    put_back(page)
    expect(text(page)).to_have_value("See [@Nobody1999].")


def test_text_survives_an_expired_login(editor, reopen, log_in):
    type_words(editor, "Other words.")
    log_out(editor)
    save(editor)
    expect(status(editor)).to_contain_text("Not saved.")
    log_in()
    page = reopen()
    put_back(page)
    expect(text(page)).to_have_value("Other words.")


def test_two_tabs_keep_a_text_each(editor, open_editor, reopen):
    type_words(editor, "Words of one tab.")
    other = open_editor(editor.context.new_page())
    expect(banners(other).get_by_role("alert")).to_contain_text("Another tab has this page open")
    expect(banners(other).get_by_role("button")).to_have_count(0)
    type_words(other, "Words of the other.")
    page = reopen()
    expect(banners(page)).to_have_count(2)
    put_back(page.locator(".kept-texts >> nth=0"))
    expect(text(page)).to_have_value("Words of the other.")
    put_back(page.locator(".kept-texts >> nth=0"))
    expect(text(page)).to_have_value("Words of one tab.")


def test_another_user_of_the_browser_is_offered_nothing(editor, reopen, log_in, make_user):
    type_words(editor, "Other words.")
    log_in(make_user("ben", is_staff=True, is_superuser=True))
    expect(banners(reopen())).to_have_count(0)
    log_in()
    expect(banners(reopen())).to_have_count(1)


@pytest.mark.parametrize("method", ["setItem", "getItem", "removeItem"])
def test_full_or_forbidden_storage_does_not_hinder_typing(page, log_in, open_editor, method):
    errors = []
    page.on("pageerror", lambda error: errors.append(error.stack))
    page.add_init_script(f"Storage.prototype.{method} = () => {{ throw new Error('Full') }}")
    log_in()
    open_editor(page)
    text(page).fill("Other words.")
    save(page)
    expect(page.locator(".messagelist")).to_contain_text("is saved")
    assert "Other words." in Article.objects.get().latest_revision.text
    assert [error for error in errors if "/static/js/" in error] == []


def test_browser_that_cannot_keep_words_says_so(page, log_in, open_editor):
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error() }")
    log_in()
    open_editor(page)
    text(page).fill("Other words.")
    expect(kept(page)).to_have_text("This browser cannot keep your words. Save a draft often.")
