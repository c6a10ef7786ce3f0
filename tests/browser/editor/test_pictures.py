"""Pictures by button, paste and drop, each with its alt text."""

import pytest
from playwright.sync_api import expect

from clinic_site.images.models import Picture
from clinic_site.images.uploads import UNKNOWN
from tests.images.making import PAGE, phone_photo

from .parts import BODY, preview, status, text, tool

PHOTO = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": phone_photo()}
FAKE = {"name": "evil.html", "mimeType": "image/gif", "buffer": PAGE}
# Sends a file to the text, as a paste or a drop does; with words beside it if there are any.
SEND = """([kind, words]) => {
    const text = document.querySelector("textarea[name=body]");
    const data = new DataTransfer();
    data.items.add(new File(["x"], "knee.png", {type: "image/png"}));
    if (words) data.items.add(words, "text/plain");
    const event = kind === "paste"
        ? new ClipboardEvent(kind, {clipboardData: data, bubbles: true, cancelable: true})
        : new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true});
    return text.dispatchEvent(event);
}"""


def dialog(page):
    return page.get_by_role("dialog", name="Add a picture")


def picture_field(page):
    return dialog(page).get_by_label("Picture", exact=True)


def add_picture(page, file, alt_text="A knee"):
    tool(page, "picture").click()
    describe_picture(page, file, alt_text)


def describe_picture(page, file, alt_text="A knee"):
    picture_field(page).set_input_files(file)
    dialog(page).get_by_label("Alt text").fill(alt_text)
    dialog(page).get_by_role("button", name="Add picture").click()


def test_undo_works_after_typing_and_after_a_picture(editor):
    text(editor).press("Control+End")
    text(editor).press_sequentially("ab")
    add_picture(editor, PHOTO)
    expect(text(editor)).not_to_have_value(f"{BODY}ab")
    text(editor).press("Control+z")
    expect(text(editor)).to_have_value(f"{BODY}ab")
    text(editor).press("Control+z")
    expect(text(editor)).to_have_value(BODY)


def test_picture_is_added_and_shown_with_the_caption_typed_next(editor, errors):
    add_picture(editor, PHOTO)
    expect(dialog(editor)).to_have_count(0)
    editor.keyboard.type("A caption")
    expect(preview(editor).locator("figcaption")).to_have_text("A caption")
    picture = preview(editor).get_by_role("img", name="A knee")
    assert picture.evaluate("image => image.decode().then(() => image.height)") == 64
    assert errors == []


def test_picture_becomes_a_paragraph_wherever_the_cursor_is(editor):
    for before, after in [
        ("", "{}"),
        ("First.\n\nSecond.", "First.\n\n{}\n\nSecond."),
        ("First.\nSecond.", "First.\n\n{}\n\nSecond."),
        ("\n\nSecond.", "{}\n\nSecond."),
    ]:
        text(editor).fill(before)
        text(editor).press("Control+Home")
        add_picture(editor, PHOTO)
        expect(dialog(editor)).to_have_count(0)
        line = f'![A knee]({Picture.objects.get().name} "")'
        expect(text(editor)).to_have_value(after.format(line))


def test_chosen_picture_is_seen_small_and_its_credit_kept(editor, errors):
    tool(editor, "picture").click()
    view = dialog(editor).get_by_role("img", name="The picture you chose")
    expect(view).to_be_hidden()
    picture_field(editor).set_input_files(PHOTO)
    expect(view).to_be_visible()
    dialog(editor).get_by_label("Alt text").fill("A knee")
    dialog(editor).get_by_label("Credit").fill("A. Person")
    dialog(editor).get_by_role("button", name="Add picture").click()
    expect(dialog(editor)).to_have_count(0)
    assert (Picture.objects.get().credit, errors) == ("A. Person", [])


def test_picture_that_only_decorates_needs_no_alt_text(editor):
    text(editor).fill("")
    tool(editor, "picture").click()
    picture_field(editor).set_input_files(PHOTO)
    dialog(editor).get_by_label("This picture only decorates").check()
    expect(dialog(editor).get_by_label("Alt text")).to_be_disabled()
    dialog(editor).get_by_role("button", name="Add picture").click()
    expect(dialog(editor)).to_have_count(0)
    picture = Picture.objects.get()
    assert (picture.is_decorative, picture.alt_text) == (True, "")
    expect(text(editor)).to_have_value(picture.as_markdown())


def test_refused_picture_is_explained_and_nothing_typed_is_lost(editor):
    add_picture(editor, FAKE, alt_text="A long description")
    expect(dialog(editor).get_by_role("alert")).to_have_text(UNKNOWN)
    expect(dialog(editor).get_by_label("Alt text")).to_have_value("A long description")
    picture_field(editor).set_input_files(PHOTO)
    dialog(editor).get_by_role("button", name="Add picture").click()
    expect(dialog(editor)).to_have_count(0)
    expect(text(editor)).to_have_value(
        f'{BODY.strip()}\n\n![A long description]({Picture.objects.get().name} "")\n'
    )


def test_cancelled_picture_changes_nothing(editor):
    tool(editor, "picture").click()
    dialog(editor).get_by_role("button", name="Cancel").click()
    expect(dialog(editor)).to_have_count(0)
    expect(tool(editor, "picture")).to_be_focused()
    expect(text(editor)).to_have_value(BODY)


@pytest.mark.parametrize("kind", ["paste", "drop"])
def test_file_that_is_pasted_or_dropped_opens_the_dialog(editor, kind):
    editor.evaluate(SEND, [kind, ""])
    assert picture_field(editor).evaluate("input => input.files[0].name") == "knee.png"


def test_pasted_picture_is_put_below_the_line_of_the_cursor(editor):
    text(editor).fill("First.\n\nSecond.")
    text(editor).press("Control+End")
    editor.evaluate(SEND, ["paste", ""])
    describe_picture(editor, PHOTO)
    expect(dialog(editor)).to_have_count(0)
    line = f'![A knee]({Picture.objects.get().name} "")'
    expect(text(editor)).to_have_value(f"First.\n\nSecond.\n\n{line}")


def test_words_pasted_with_their_picture_stay_words(editor):
    assert editor.evaluate(SEND, ["paste", "Some words"])
    expect(dialog(editor)).to_have_count(0)


def test_who_may_not_add_pictures_is_told(editor):
    tool(editor, "picture").evaluate("button => button.remove()")
    assert not editor.evaluate(SEND, ["drop", ""])
    expect(status(editor)).to_have_text("You may not add pictures. Ask a colleague who may.")
    expect(dialog(editor)).to_have_count(0)
