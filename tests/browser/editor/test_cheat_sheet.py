"""The cheat sheet: what one types beside what readers see, and the keys."""

from playwright.sync_api import expect

from .parts import BODY, log_out, text, tool


def sheet(page):
    return page.frame_locator(".editor-dialog iframe").locator("body")


def test_cheat_sheet_shows_each_source_beside_its_rendering(editor, errors):
    tool(editor, "cheat-sheet").click()
    example = sheet(editor).locator(".sheet-example").first
    expect(example.locator("pre")).to_contain_text("This is **important**")
    expect(example.locator(".text strong")).to_have_text("important")
    card = sheet(editor).locator(".care-card--emergency .care-card__heading")
    expect(card).to_have_css("color", "rgb(255, 255, 255)")
    assert errors == []


def test_cheat_sheet_tells_the_keys(editor):
    tool(editor, "cheat-sheet").click()
    keys = editor.get_by_role("dialog").locator("dl")
    expect(keys.locator("div", has_text="Link")).to_have_text(["LinkCtrl+K, on a Mac Cmd+K"])


def test_escape_closes_the_cheat_sheet_from_within_its_frame(editor):
    text(editor).press("Control+Shift+Digit6")
    sheet(editor).locator(".sheet-example").first.click()
    editor.keyboard.press("Escape")
    expect(editor.get_by_role("dialog")).to_have_count(0)
    expect(text(editor)).to_have_value(BODY)


def test_expired_login_is_told(editor):
    log_out(editor)
    tool(editor, "cheat-sheet").click()
    said = editor.get_by_role("dialog").get_by_role("status")
    expect(said).to_contain_text("You are logged out, or may not do this.")
