"""axe finds nothing in the editor and its dialogs; nothing is cut off; targets are large enough."""

import pytest
from playwright.sync_api import expect

from clinic_site.publishing.models import Reference

from ..looks import axe_findings
from .parts import kept, text, tool

SCREENS = [(width, theme) for width in (390, 1280) for theme in ("light", "dark")]
# Each tool that opens a dialog, and what the dialog shows once it is filled.
DIALOGS = {
    "link": "[role=option]",
    "source": "[role=option]",
    "picture": "textarea",
    "box": ".box-choices",
    "cheat-sheet": "iframe",
}
OURS = {"include": [[".markdownx"], [".editor-dialog"], [".kept-texts"]]}
# Beside a line of the text; each has an equal of full size in the list of problems.
SMALL_ON_PURPOSE = ".editor-gutter button"


@pytest.fixture(params=SCREENS, ids=lambda screen: f"{screen[0]}-{screen[1]}")
def screen(request, page):
    width, theme = request.param
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=theme)
    return width


def findings(page):
    present = [place for place in OURS["include"] if page.locator(place[0]).count()]
    return axe_findings(page, {"include": present})


def small_targets(page):
    buttons = page.locator(
        f":is(.markdownx, .editor-dialog, .kept-texts) button:visible:not({SMALL_ON_PURPOSE})"
    )
    boxes = [(button.inner_text(), button.bounding_box()) for button in buttons.all()]
    return [name for name, box in boxes if box["height"] < 44 or box["width"] < 44]


def test_editor_with_problems_and_kept_text_shuts_nobody_out(screen, editor):
    text(editor).fill("See [@Nobody1999].")
    expect(kept(editor)).to_contain_text("Kept")
    editor.reload()
    page = editor
    page.get_by_role("button", name="Put it back").wait_for()
    text(page).fill("## A heading\n\nSee [@Nobody1999].")
    page.locator(".editor-gutter button").hover()
    expect(page.locator(".editor-hint")).to_be_visible()
    assert (findings(page), small_targets(page)) == ([], [])


@pytest.mark.parametrize(("name", "content"), DIALOGS.items())
def test_dialog_shuts_nobody_out(screen, editor, name, content):
    Reference.objects.create(key="Boyce2020", authors=["Boyce D"], year=2020, title="Events")
    tool(editor, name).click()
    expect(editor.get_by_role("dialog").locator(content).first).to_be_visible()
    box = editor.get_by_role("dialog").bounding_box()
    assert (findings(editor), small_targets(editor)) == ([], [])
    assert (box["x"] >= 0, box["x"] + box["width"] <= screen) == (True, True)


def test_nothing_is_cut_off(screen, editor):
    parts = (".editor-tools", ".editor-sheet", "textarea[name=body]", ".markdownx iframe")
    for part in parts:
        box = editor.locator(part).bounding_box()
        assert (part, box["x"] >= 0, box["x"] + box["width"] <= screen) == (part, True, True)
    assert editor.evaluate("document.documentElement.scrollWidth") == screen
