"""Saving while the login or the connection is gone, and leaving with unsaved words."""

import re

from playwright.sync_api import expect

from articles.models import Article

from .parts import LOGGED_OUT, UNREACHABLE, log_out, publish, save, status, text

MILLISECONDS_UNTIL_PREVIEW = 800


def leaving_asks(page, leave):
    """Whether the browser asks before it leaves; the question is answered with yes."""
    asked = []

    def answer(dialog):
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    leave()
    return asked == ["beforeunload"]


def test_saving_after_the_login_has_expired_keeps_the_text(editor, log_in, live_server):
    text(editor).fill("Other words.")
    log_out(editor)
    save(editor)
    expect(status(editor)).to_have_text(f"Not saved. {LOGGED_OUT}")
    expect(status(editor)).to_be_in_viewport()
    editor.wait_for_timeout(MILLISECONDS_UNTIL_PREVIEW)
    expect(status(editor)).to_have_text(f"Not saved. {LOGGED_OUT}")
    expect(text(editor)).to_have_value("Other words.")
    log_in()
    editor.context.add_cookies([{"name": "csrftoken", "value": "b" * 32, "url": live_server.url}])
    save(editor)
    expect(editor.locator(".messagelist")).to_contain_text("is saved")
    assert "Other words." in Article.objects.get().latest_revision.text


def test_connection_cut_in_the_middle_of_typing_loses_nothing(editor):
    text(editor).press("Control+End")
    text(editor).press_sequentially("First words, ")
    editor.context.set_offline(True)
    text(editor).press_sequentially("then more.")
    save(editor)
    expect(status(editor)).to_have_text(f"Not saved. {UNREACHABLE}")
    editor.context.set_offline(False)
    save(editor)
    expect(editor.locator(".messagelist")).to_contain_text("is saved")
    assert "First words, then more." in Article.objects.get().latest_revision.text


def test_form_goes_through_the_button_that_was_pressed(editor):
    text(editor).fill("Other words.")
    publish(editor)
    expect(editor).to_have_url(re.compile(r"/publish/"))
    assert "Other words." in Article.objects.get().latest_revision.text


def test_leaving_with_unsaved_words_asks(editor):
    text(editor).press_sequentially("Other words. ")
    assert leaving_asks(editor, lambda: editor.get_by_role("link", name="Home").click())


def test_leaving_without_unsaved_words_does_not_ask(editor):
    text(editor).press_sequentially("x")
    text(editor).press("Backspace")
    assert not leaving_asks(editor, lambda: editor.get_by_role("link", name="Home").click())


def test_saving_does_not_ask(editor):
    text(editor).press_sequentially("Other words. ")

    def leave():
        save(editor)
        expect(editor.locator(".messagelist")).to_contain_text("is saved")

    assert not leaving_asks(editor, leave)
