"""What is wrong with a text, beside the line it is on and in a list below it."""

import pytest
from playwright.sync_api import expect

from .parts import line_of_cursor, publish, status, text

UNKNOWN = 'There is no reference "Nobody1999". Check the spelling, or add it to the references.'
# The first line wraps over several; the problem is on the third.
WRAPPED = f"{'Many words in a long line. ' * 20}\n\nSee [@Nobody1999]."
LINE_HEIGHT = 24


def markers(page):
    return page.locator(".editor-gutter button")


def hint(page):
    return page.locator(".editor-hint")


def problems(page):
    return page.get_by_role("list", name="Problems to mend").get_by_role("button")


def distance_from_text(page):
    """How far the marker stands below the top of the text, in its lines."""
    top = markers(page).bounding_box()["y"] - text(page).bounding_box()["y"]
    return round(top / LINE_HEIGHT)


def lines_before_third(page):
    """On how many lines of the screen the first line and the blank one stand."""
    columns = text(page).evaluate("""text => {
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = getComputedStyle(text).font;
        return Math.floor((text.clientWidth - 24) / pen.measureText("m").width);
    }""")
    lines, used = 1, 0
    for word in WRAPPED.split("\n")[0].split():
        if used + len(word) > columns:
            lines, used = lines + 1, 0
        used += len(word) + 1
    return lines + 1


def test_problems_are_counted_in_words_and_listed(editor):
    text(editor).fill("See [@Nobody1999].")
    expect(status(editor)).to_have_text("Problems to mend: 1.")
    expect(problems(editor)).to_have_text([f"Line 1: {UNKNOWN}"])


def test_mended_problem_goes_from_list_and_margin(editor):
    text(editor).fill("See [@Nobody1999].")
    expect(markers(editor)).to_have_count(1)
    text(editor).fill("See nobody.")
    expect(status(editor)).to_have_text("No problems found.")
    expect(markers(editor)).to_have_count(0)
    expect(problems(editor)).to_have_count(0)


def test_entry_of_the_list_moves_the_cursor_to_its_line(editor):
    text(editor).fill(f"First.\n\n{WRAPPED}")
    problems(editor).click()
    expect(text(editor)).to_be_focused()
    assert line_of_cursor(editor) == 5


@pytest.mark.parametrize("width", [390, 1280])
def test_marker_stands_beside_its_line_though_others_wrap(editor, width):
    editor.set_viewport_size({"width": width, "height": 900})
    text(editor).fill(WRAPPED)
    expect(markers(editor)).to_have_accessible_name("Problem on line 3")
    expect(markers(editor)).to_have_accessible_description(f"Line 3: {UNKNOWN}")
    assert distance_from_text(editor) == lines_before_third(editor)


def scroll_to(page, line):
    text(page).evaluate("(text, top) => { text.scrollTop = top }", line * LINE_HEIGHT)
    wait_for_layout(page)


def wait_for_layout(page):
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_marker_follows_scrolling_and_resizing(editor):
    text(editor).fill(WRAPPED + "\n" * 80)
    expect(markers(editor)).to_have_count(1)
    scroll_to(editor, line=2)
    wide = lines_before_third(editor)
    assert distance_from_text(editor) == wide - 2
    editor.set_viewport_size({"width": 390, "height": 900})
    scroll_to(editor, line=0)
    assert distance_from_text(editor) == lines_before_third(editor) > wide


def test_marker_shows_its_sentence_and_moves_the_cursor(editor):
    text(editor).fill(WRAPPED)
    expect(hint(editor)).to_be_hidden()
    markers(editor).hover()
    expect(hint(editor)).to_have_text(f"Line 3: {UNKNOWN}")
    editor.keyboard.press("Escape")
    editor.mouse.move(0, 0)
    expect(hint(editor)).to_be_hidden()
    markers(editor).click()
    expect(text(editor)).to_be_focused()
    assert line_of_cursor(editor) == 3


def test_marker_out_of_view_is_brought_there_by_the_keyboard(editor):
    text(editor).fill("Words.\n" * 100 + "\nSee [@Nobody1999].")
    expect(markers(editor)).to_have_count(1)
    scroll_to(editor, line=0)
    markers(editor).focus()
    expect(hint(editor)).to_be_visible()
    area, marker = text(editor).bounding_box(), markers(editor).bounding_box()
    assert area["y"] <= marker["y"] <= area["y"] + area["height"]


def test_refused_publish_is_marked_before_the_preview_comes(editor):
    text(editor).fill("First.\n\nSee [@Nobody1999].")
    expect(markers(editor)).to_have_count(1)
    editor.route("**/editor/preview/", lambda route: route.fulfill(status=500))
    publish(editor)
    expect(editor.locator(".errornote")).to_be_visible()
    expect(markers(editor)).to_have_accessible_name("Problem on line 3")
    expect(problems(editor)).to_have_text([f"Line 3: {UNKNOWN}"])
