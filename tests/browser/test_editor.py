"""The editor in a browser, under a policy that allows no inline script or style."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from clinic_site.images.models import Picture
from clinic_site.images.uploads import UNKNOWN
from tests.images.making import PAGE, phone_photo

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'"
)
MILLISECONDS_UNTIL_PREVIEW = 800
BODY = "Some **bold** words.\n"
PHOTO = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": phone_photo()}
FAKE = {"name": "evil.html", "mimeType": "image/gif", "buffer": PAGE}
LOGGED_OUT = (
    "You are logged out, or may not do this. Your text is kept here; "
    "log in again in a new tab, then come back."
)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def log_in(client, page, live_server, make_user):
    ann = make_user("ann", is_staff=True, is_superuser=True)

    def log_in():
        client.force_login(ann)
        session = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])

    return log_in


@pytest.fixture
def errors(page):
    """What the browser complains about: blocked styles, scripts and failed requests."""
    found = []
    page.on("console", lambda message: message.type == "error" and found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.fixture
def editor(page, live_server, log_in, make_live, errors):
    """The page of an article with one paragraph, its preview finished."""
    article = make_live(Article, "knees", body=BODY.strip())

    def with_policy(route):
        answer = route.fetch(max_redirects=0)
        headers = {**answer.headers, "content-security-policy": POLICY}
        route.fulfill(response=answer, headers=headers)

    page.route("**/change/", with_policy)
    log_in()
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    expect(status(page)).to_have_text("No problems found.")
    return page


def text(page):
    return page.locator("textarea[name=body]")


def status(page):
    return page.locator(".editor-status [role=status]")


def preview(page, row=0):
    return page.frame_locator(f".markdownx iframe >> nth={row}").locator("body")


def dialog(page):
    return page.get_by_role("dialog", name="Add a picture")


def log_out(page):
    page.context.clear_cookies(name="sessionid")


def add_picture(page, file, alt_text="A knee"):
    page.get_by_role("button", name="Add picture").click()
    dialog(page).get_by_label("Picture", exact=True).set_input_files(file)
    dialog(page).get_by_label("Alt text").fill(alt_text)
    dialog(page).get_by_role("button", name="Add picture").click()


def test_preview_shows_the_text_in_the_look_of_the_site(editor, errors):
    text(editor).fill("## A heading\n\nOther *words*.")
    expect(preview(editor).locator(".text")).to_have_text("A heading Other words.")
    heading = preview(editor).locator("h2")
    family = heading.evaluate("element => getComputedStyle(element).fontFamily")
    assert (family.split(",")[0], errors) == ("Literata", [])


def test_preview_is_a_labelled_region(editor):
    expect(editor.get_by_role("region", name="Preview")).to_be_visible()


def test_problems_are_counted_in_words_and_listed(editor):
    text(editor).fill("See [@Nobody1999].")
    expect(status(editor)).to_have_text("Problems to mend: 1, listed at the top of the preview.")
    expect(preview(editor).locator(".preview-problems li")).to_contain_text("Line 1: ")


def test_script_in_a_text_does_not_run(editor, errors):
    text(editor).fill('<img src=x onerror="parent.document.title = 1">')
    expect(preview(editor).locator(".text")).to_contain_text("onerror")
    assert (editor.title() == "1", errors) == (False, [])


def test_tab_leaves_the_field(editor):
    text(editor).press("Tab")
    expect(text(editor)).not_to_be_focused()
    expect(text(editor)).to_have_value(BODY)


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


def test_refused_picture_is_explained_and_nothing_typed_is_lost(editor):
    add_picture(editor, FAKE, alt_text="A long description")
    expect(dialog(editor).get_by_role("alert")).to_have_text(UNKNOWN)
    expect(dialog(editor).get_by_label("Alt text")).to_have_value("A long description")
    dialog(editor).get_by_label("Picture", exact=True).set_input_files(PHOTO)
    dialog(editor).get_by_role("button", name="Add picture").click()
    expect(dialog(editor)).to_have_count(0)
    expect(text(editor)).to_have_value(
        f'{BODY.strip()}\n\n![A long description]({Picture.objects.get().name} "")\n'
    )


def test_cancelled_picture_changes_nothing(editor):
    editor.get_by_role("button", name="Add picture").click()
    dialog(editor).get_by_role("button", name="Cancel").click()
    expect(dialog(editor)).to_have_count(0)
    expect(editor.get_by_role("button", name="Add picture")).to_be_focused()
    expect(text(editor)).to_have_value(BODY)


def test_dropped_file_opens_the_dialog(editor):
    dropped = """element => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(["x"], "knee.png", {type: "image/png"}));
        element.dispatchEvent(new DragEvent("drop", {dataTransfer, bubbles: true}));
    }"""
    text(editor).evaluate(dropped)
    chosen = dialog(editor).get_by_label("Picture", exact=True)
    assert chosen.evaluate("input => input.files[0].name") == "knee.png"


def test_failed_preview_is_told_and_the_last_one_stays(editor):
    editor.route("**/editor/preview/", lambda route: route.fulfill(status=500))
    text(editor).fill("Other words.")
    expect(status(editor)).to_have_text(
        "The server answered with error 500. Your text is kept here; try again in a minute."
    )
    expect(preview(editor).locator(".text")).to_have_text("Some bold words.")


def test_lost_connection_is_told(editor):
    editor.route("**/editor/preview/", lambda route: route.abort())
    text(editor).fill("Other words.")
    expect(status(editor)).to_have_text(
        "The server cannot be reached. Your text is kept here; check the connection and try again."
    )


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


def test_saving_after_the_login_has_expired_keeps_the_text(editor, log_in, live_server):
    text(editor).fill("Other words.")
    log_out(editor)
    editor.get_by_role("button", name="Save draft", exact=True).click()
    expect(status(editor)).to_have_text(f"Not saved. {LOGGED_OUT}")
    expect(status(editor)).to_be_in_viewport()
    editor.wait_for_timeout(MILLISECONDS_UNTIL_PREVIEW)
    expect(status(editor)).to_have_text(f"Not saved. {LOGGED_OUT}")
    expect(text(editor)).to_have_value("Other words.")
    log_in()
    editor.context.add_cookies([{"name": "csrftoken", "value": "b" * 32, "url": live_server.url}])
    editor.get_by_role("button", name="Save draft", exact=True).click()
    expect(editor.locator(".messagelist")).to_contain_text("is saved")
    assert "Other words." in Article.objects.get().latest_revision.text


def test_publishing_goes_through_the_button_that_was_pressed(editor):
    text(editor).fill("Other words.")
    editor.get_by_role("button", name="Publish", exact=True).click()
    expect(editor.locator(".messagelist")).to_contain_text("is live")
    assert Article.objects.get().body == "Other words.\n"


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_off_on_a_phone(editor, scheme):
    editor.emulate_media(color_scheme=scheme)
    editor.set_viewport_size({"width": 390, "height": 844})
    for part in (text(editor), editor.locator(".markdownx iframe")):
        box = part.bounding_box()
        assert (box["x"] >= 0, box["x"] + box["width"] <= 390) == (True, True)
