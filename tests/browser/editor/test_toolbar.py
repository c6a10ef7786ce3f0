"""The buttons above the text: what each does, how it is undone, and their keys."""

import pytest
from playwright.sync_api import expect

from clinic_site.publishing.toolbar import TOOLS

from .parts import BODY, select, selection, text, tool

# The text, what is selected in it, and the text after the tool.
CHANGES = [
    ("heading", "Some words.", "words", "## Some words."),
    ("heading", "## Some words.", "words", "### Some words."),
    ("heading", "### Some words.", "words", "Some words."),
    ("bold", "Some words.", "words", "Some **words**."),
    ("bold", "Some **words**.", "words", "Some words."),
    ("bold", "Some **words**.", "**words**", "Some words."),
    ("bold", "Some words.", " words", "Some **words**."),
    ("bold", "- One\n- Two", "- One\n- Two", "- **One**\n- **Two**"),
    ("bold", "- **One**\n- **Two**", "- **One**\n- **Two**", "- One\n- Two"),
    ("list", "One\nTwo", "One\nTwo", "- One\n- Two"),
    ("list", "- One\n- Two", "One\n- Two", "One\nTwo"),
    ("list", "A sentence.\nOne\nTwo", "One\nTwo", "A sentence.\n\n- One\n- Two"),
]


@pytest.mark.parametrize(("name", "before", "selected", "after"), CHANGES)
def test_tool_changes_the_selection_and_is_undone(editor, name, before, selected, after):
    text(editor).fill(before)
    select(editor, selected)
    tool(editor, name).click()
    expect(text(editor)).to_have_value(after)
    expect(text(editor)).to_be_focused()
    editor.keyboard.press("ControlOrMeta+z")
    expect(text(editor)).to_have_value(before)


@pytest.mark.parametrize(("name", "typed"), [("bold", "**new**"), ("list", "- new")])
def test_writer_types_on_where_the_words_go(editor, name, typed):
    text(editor).fill("")
    tool(editor, name).click()
    editor.keyboard.type("new")
    expect(text(editor)).to_have_value(typed)


def test_bold_pressed_twice_is_plain_again(editor):
    text(editor).fill("Some words.")
    select(editor, "words")
    tool(editor, "bold").click()
    assert selection(editor) == "words"
    tool(editor, "bold").click()
    expect(text(editor)).to_have_value("Some words.")


def test_bold_without_a_selection_takes_the_word_at_the_cursor(editor):
    text(editor).fill("Some words")
    tool(editor, "bold").click()
    expect(text(editor)).to_have_value("Some **words**")


@pytest.mark.parametrize(
    ("keys", "after"),
    [
        ("ControlOrMeta+b", "Some **words**"),
        ("Control+Shift+Digit1", "## Some words"),
        ("Control+Shift+Digit2", "- Some words"),
    ],
)
def test_keys_do_what_the_button_does(editor, keys, after):
    text(editor).fill("Some words")
    editor.keyboard.press(keys)
    expect(text(editor)).to_have_value(after)


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        ("ControlOrMeta+k", "Link to a page"),
        ("Control+Shift+Digit3", "Cite a source"),
        ("Control+Shift+Digit4", "Add a picture"),
        ("Control+Shift+Digit5", "Add a care card or box"),
        ("Control+Shift+Digit6", "Cheat sheet"),
    ],
)
def test_keys_open_the_dialog_and_escape_returns_to_the_text(editor, keys, title):
    text(editor).focus()
    editor.keyboard.press(keys)
    expect(editor.get_by_role("dialog", name=title)).to_be_visible()
    editor.keyboard.press("Escape")
    expect(editor.get_by_role("dialog")).to_have_count(0)
    expect(text(editor)).to_be_focused()
    expect(text(editor)).to_have_value(BODY)


def test_every_tool_tells_its_keys(editor):
    buttons = editor.get_by_role("toolbar", name="Write").get_by_role("button").all()
    assert [button.get_attribute("aria-keyshortcuts") for button in buttons] == [
        tool.aria_keys for tool in TOOLS
    ]


def test_toolbar_is_one_stop_of_tab_and_arrows_move_within(editor):
    tool(editor, "heading").focus()
    for key, name in [
        ("ArrowRight", "bold"),
        ("End", "cheat-sheet"),
        ("ArrowRight", "cheat-sheet"),
    ]:
        editor.keyboard.press(key)
        expect(tool(editor, name)).to_be_focused()
    editor.keyboard.press("Tab")
    expect(text(editor)).to_be_focused()
    editor.keyboard.press("Shift+Tab")
    expect(tool(editor, "cheat-sheet")).to_be_focused()


def test_tab_leaves_the_field(editor):
    text(editor).press("Tab")
    expect(text(editor)).not_to_be_focused()
    expect(text(editor)).to_have_value(BODY)


@pytest.mark.parametrize(
    ("label", "typed", "after"),
    [
        (
            "Care card, urgent",
            "you have a fever",
            "First.\n\n/// urgent | Ask for help today if\n\n- you have a fever\n\n///\n\nSecond.",
        ),
        ("Note", "Shoes", "First.\n\n/// note | Shoes\n\n\n\n///\n\nSecond."),
    ],
)
def test_box_is_begun_below_the_line_and_undone(editor, label, typed, after):
    text(editor).fill("First.\nSecond.")
    select(editor, "First")
    text(editor).press("ArrowRight")
    tool(editor, "box").click()
    editor.get_by_role("dialog").get_by_role("button", name=label, exact=True).click()
    editor.keyboard.type(typed)
    expect(text(editor)).to_have_value(after)
    for _ in range(2):
        editor.keyboard.press("ControlOrMeta+z")
    expect(text(editor)).to_have_value("First.\nSecond.")


def test_cancelled_dialog_leaves_the_cursor_where_it_was(editor):
    select(editor, "bold")
    text(editor).press("Control+Shift+Digit5")
    editor.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    expect(editor.get_by_role("dialog")).to_have_count(0)
    assert selection(editor) == "bold"


def test_box_is_put_around_the_selected_lines(editor):
    text(editor).fill("Before.\n- One\n- Two\nAfter.")
    select(editor, "One\n- Two")
    tool(editor, "box").click()
    editor.get_by_role("dialog").get_by_role("button", name="Do", exact=True).click()
    expect(text(editor)).to_have_value("Before.\n\n/// do\n\n- One\n- Two\n\n///\n\nAfter.")
    editor.keyboard.press("ControlOrMeta+z")
    expect(text(editor)).to_have_value("Before.\n- One\n- Two\nAfter.")
