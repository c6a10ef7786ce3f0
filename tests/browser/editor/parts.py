"""The parts of the editor's page, and what a test does with them."""

from clinic_site.publishing import toolbar

BODY = "Some **bold** words.\n"
LOGGED_OUT = (
    "You are logged out, or may not do this. Your text is kept here; "
    "log in again in a new tab, then come back."
)
UNREACHABLE = (
    "The server cannot be reached. Your text is kept here; check the connection and try again."
)


def text(page):
    return page.locator("textarea[name=body]")


def status(page):
    return page.locator(".editor-status [role=status]")


def kept(page):
    return page.locator(".editor-kept")


def preview(page, row=0):
    return page.frame_locator(f".markdownx-preview iframe >> nth={row}").locator("body")


def tool(page, name):
    label = next(tool.label for tool in toolbar.TOOLS if tool.name == name)
    return page.get_by_role("button", name=label, exact=True)


def select(page, words):
    """Selects the first place of these words in the text."""
    text(page).evaluate(
        """(text, words) => {
            const start = text.value.indexOf(words);
            text.focus();
            text.setSelectionRange(start, start + words.length);
        }""",
        words,
    )


def selection(page):
    return text(page).evaluate("text => text.value.slice(text.selectionStart, text.selectionEnd)")


def line_of_cursor(page):
    return text(page).evaluate(
        "text => text.value.slice(0, text.selectionStart).split('\\n').length"
    )


def log_out(page):
    page.context.clear_cookies(name="sessionid")


def save(page):
    page.get_by_role("button", name="Save draft", exact=True).click()


def publish(page):
    page.get_by_role("button", name="Save and publish …", exact=True).click()
