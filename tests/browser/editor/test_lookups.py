"""Links by title and citations by author, with nothing but the keyboard."""

import pytest
from playwright.sync_api import expect

from clinic_site.publishing.models import Reference
from faq.models import Question

from .parts import log_out, select, text, tool

TO_LINK, TO_CITE = "Words of its title", "Author, year or words of its title"


@pytest.fixture(autouse=True)
def rows(make_live, make_draft):
    make_live(Question, "is-it-painful", title="Is it painful?")
    make_live(Question, "does-it-last", title="Will it be painful later?")
    make_draft(Question, "is-it-new", title="Is it new?")
    Reference.objects.create(key="Boyce2020", authors=["Boyce D"], year=2020, title="Events")
    Reference.objects.create(key="Perez2019", authors=["Pérez Á"], year=2019, title="Trials")


def options(page):
    return page.get_by_role("dialog").get_by_role("option")


def test_link_by_title_with_the_keyboard_only(editor):
    text(editor).fill("Read on.")
    select(editor, "on")
    editor.keyboard.press("ControlOrMeta+k")
    expect(editor.get_by_label(TO_LINK)).to_be_focused()
    editor.keyboard.type("painful")
    expect(options(editor)).to_have_count(2)
    editor.keyboard.press("ArrowDown")
    chosen = editor.get_by_role("dialog").get_by_role("option", selected=True)
    expect(chosen).to_contain_text("Will it be painful later?")
    expect(editor.get_by_label(TO_LINK)).to_have_attribute(
        "aria-activedescendant", chosen.get_attribute("id")
    )
    editor.keyboard.press("Enter")
    expect(text(editor)).to_have_value("Read [on](faq:does-it-last).")
    expect(text(editor)).to_be_focused()
    editor.keyboard.press("ControlOrMeta+z")
    expect(text(editor)).to_have_value("Read on.")


def test_link_without_a_selection_bears_the_title(editor):
    text(editor).fill("See ")
    tool(editor, "link").click()
    editor.get_by_label(TO_LINK).fill("painful")
    expect(options(editor)).to_have_count(2)
    options(editor).first.click()
    expect(text(editor)).to_have_value("See [Is it painful?](faq:is-it-painful)")


def test_draft_is_told_from_what_readers_see(editor):
    tool(editor, "link").click()
    editor.get_by_label(TO_LINK).fill("is it")
    expect(options(editor)).to_have_text(
        [
            "Is it new?question, faq:is-it-new, readers do not see it yet",
            "Is it painful?question, faq:is-it-painful",
        ]
    )
    expect(editor.get_by_role("dialog").get_by_role("status")).to_have_text("2 pages found.")


def test_nothing_found_is_told_and_nothing_is_inserted(editor):
    text(editor).fill("See ")
    tool(editor, "link").click()
    editor.get_by_label(TO_LINK).fill("zebra")
    said = editor.get_by_role("dialog").get_by_role("status")
    expect(said).to_have_text("No page has these words in its title. Try fewer words.")
    editor.keyboard.press("Enter")
    expect(said).to_have_text(
        "No page is chosen. Type words of its title, then choose one from the list."
    )
    editor.keyboard.press("Escape")
    expect(text(editor)).to_have_value("See ")


def test_citation_is_found_by_author_and_undone(editor):
    text(editor).fill("Bruises are common.")
    tool(editor, "source").click()
    editor.get_by_label(TO_CITE).fill("pérez")
    expect(options(editor)).to_have_text(["TrialsPérez Á, 2019, Perez2019"])
    editor.keyboard.press("Enter")
    expect(text(editor)).to_have_value("Bruises are common. [@Perez2019]")
    editor.keyboard.press("ControlOrMeta+z")
    expect(text(editor)).to_have_value("Bruises are common.")


def test_expired_login_is_told_in_the_dialog(editor):
    log_out(editor)
    tool(editor, "link").click()
    said = editor.get_by_role("dialog").get_by_role("status")
    expect(said).to_contain_text("You are logged out, or may not edit pages.")


def test_lost_connection_is_told_in_the_dialog(editor):
    tool(editor, "source").click()
    editor.context.set_offline(True)
    editor.get_by_label(TO_CITE).fill("boyce")
    said = editor.get_by_role("dialog").get_by_role("status")
    expect(said).to_contain_text("The server cannot be reached.")
