"""The preview beside the text: the site's rendering in its look, at two widths."""

import pytest
from playwright.sync_api import expect

from .parts import LOGGED_OUT, UNREACHABLE, log_out, preview, status, text

CARE_CARD = "/// emergency | Call {{emergency_number}} now if\n\n- you cannot breathe well\n\n///"
TABLE = "| Had it | Did not |\n|---|---|\n| 16 | 84 |"


def width_button(page, name):
    return page.get_by_role("group", name="Width of the preview").get_by_role("button", name=name)


def frame_width(page):
    return preview(page).evaluate("body => body.ownerDocument.defaultView.innerWidth")


def test_preview_shows_the_text_in_the_look_of_the_site(editor, errors):
    text(editor).fill("## A heading\n\nOther *words*.")
    expect(preview(editor).locator(".text")).to_have_text("A heading Other words.")
    heading = preview(editor).locator("h2")
    family = heading.evaluate("element => getComputedStyle(element).fontFamily")
    assert (family.split(",")[0], errors) == ("Literata", [])


@pytest.mark.parametrize(
    ("theme", "fill", "line"),
    [
        ("light", "rgb(152, 21, 27)", "rgb(28, 35, 33)"),
        ("dark", "rgb(156, 18, 25)", "rgb(242, 236, 223)"),
    ],
)
def test_care_cards_and_tables_look_as_on_the_site(editor, theme, fill, line):
    editor.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
    text(editor).fill(f"{CARE_CARD}\n\n{TABLE}")
    heading = preview(editor).locator(".care-card__heading")
    expect(heading).to_have_css("background-color", fill)
    expect(preview(editor).locator("thead th").first).to_have_css("border-bottom-color", line)


def test_preview_is_a_labelled_region(editor):
    expect(editor.get_by_role("region", name="Preview")).to_be_visible()


def test_script_in_a_text_does_not_run(editor, errors):
    text(editor).fill('<img src=x onerror="parent.document.title = 1">')
    expect(preview(editor).locator(".text")).to_contain_text("onerror")
    assert (editor.title() == "1", errors) == (False, [])


def test_preview_is_first_as_wide_as_a_phone_beside_the_text(editor):
    expect(width_button(editor, "Phone")).to_have_attribute("aria-pressed", "true")
    frame, area = editor.locator(".markdownx iframe").bounding_box(), text(editor).bounding_box()
    assert (frame_width(editor), frame["width"]) == (388, 390)
    assert area["x"] + area["width"] < frame["x"]


def test_desktop_width_is_shown_as_a_whole_and_remembered(editor, open_editor):
    width_button(editor, "Desktop").click()
    expect(width_button(editor, "Phone")).to_have_attribute("aria-pressed", "false")
    frame = editor.locator(".markdownx iframe").bounding_box()
    assert (frame_width(editor), frame["x"] + frame["width"] <= 1280) == (1278, True)
    open_editor(editor)
    expect(width_button(editor, "Desktop")).to_have_attribute("aria-pressed", "true")
    assert frame_width(editor) == 1278


def test_desktop_width_stands_beside_the_text_on_a_wide_screen(editor):
    editor.set_viewport_size({"width": 1920, "height": 1000})
    width_button(editor, "Desktop").click()
    words, shown = (
        editor.locator(part).bounding_box() for part in (".editor-text", ".preview-frame")
    )
    assert shown["x"] >= words["x"] + words["width"]
    # Large enough that its text is read.
    assert shown["width"] >= 0.65 * 1280


def test_failed_preview_is_told_and_the_last_one_stays(editor):
    editor.route("**/editor/preview/", lambda route: route.fulfill(status=500))
    text(editor).fill("Other words.")
    expect(status(editor)).to_have_text(
        "The server answered with error 500. Your text is kept here; try again in a minute."
    )
    expect(preview(editor).locator(".text")).to_have_text("Some bold words.")


def test_lost_connection_is_told_and_the_preview_comes_back_with_it(editor):
    editor.context.set_offline(True)
    text(editor).fill("Other words.")
    expect(status(editor)).to_have_text(UNREACHABLE)
    editor.context.set_offline(False)
    expect(preview(editor).locator(".text")).to_have_text("Other words.")


def test_preview_after_the_login_has_expired_keeps_the_text(editor, log_in):
    log_out(editor)
    text(editor).fill("Other words.")
    expect(status(editor)).to_have_text(LOGGED_OUT)
    expect(editor.get_by_role("link", name="Log in again in a new tab")).to_be_visible()
    expect(preview(editor).locator(".text")).to_have_text("Some bold words.")
    log_in()
    editor.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(preview(editor).locator(".text")).to_have_text("Other words.")
    expect(text(editor)).to_have_value("Other words.")


def test_added_row_gets_an_editor_of_its_own(editor):
    editor.evaluate("""() => {
        const row = document.createElement("div");
        row.innerHTML = document.querySelector(".markdownx").outerHTML;
        row.querySelector("textarea").name = "added";
        row.querySelectorAll(".editor-tools, section").forEach(part => part.hidden = true);
        document.querySelector("form#article_form").append(row);
        row.dispatchEvent(new CustomEvent("formset:added", {bubbles: true}));
    }""")
    editor.locator("textarea[name=added]").fill("Words of the row.")
    expect(preview(editor, row=1).locator(".text")).to_have_text("Words of the row.")
    expect(preview(editor).locator(".text")).to_have_text("Some bold words.")


@pytest.mark.parametrize(
    ("theme", "paper"), [("light", "rgb(251, 246, 236)"), ("dark", "rgb(24, 26, 23)")]
)
def test_preview_is_light_or_dark_as_the_admin_is(editor, theme, paper):
    editor.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
    expect(preview(editor)).to_have_css("background-color", paper)
