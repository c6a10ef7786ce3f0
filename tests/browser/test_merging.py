"""Two people at once, in a browser: what both changed is chosen place by place."""

import pytest
from playwright.sync_api import expect

from clinic_site.pages.models import Page
from clinic_site.publishing import editing, texts
from tests.conftest import text_of

from .looks import axe_findings, overflow

BODY = "One is old. 😀\n\nTwo is old.\n\nThree is old.\n"
MINE = BODY.replace("One is", "One was mine").replace("Two is old", "Two is mine")
THEIRS = BODY.replace("One is", "One was theirs").replace("Two is old", "Two is theirs")


@pytest.fixture
def item(make_live):
    return make_live(Page, "about", body=BODY)


@pytest.fixture(params=[(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")])
def screen(page, request):
    width, scheme = request.param
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    return width


@pytest.fixture
def open_form(page, log_in_to, live_server, make_user):
    log_in_to(page.context, make_user("ann", is_staff=True, is_superuser=True))
    return lambda item: page.goto(f"{live_server.url}/admin/pages/page/{item.pk}/change/")


@pytest.fixture
def open_after_both(page, open_form, make_live):
    """The form after a save that came second: `open_after_both(base, mine, theirs)`."""

    def open_after_both(base, mine, theirs):
        item = make_live(Page, "lists", body=base)
        open_form(item)
        editing.save_draft(item, text=text_of(Page, title=item.title, body=theirs))
        text(page).fill(mine)
        save(page)
        expect(places(page)).to_have_count(1)
        return page

    return open_after_both


@pytest.fixture
def opened(page, open_form, item):
    """The form after a save that came second."""
    open_form(item)
    editing.save_draft(item, text=text_of(Page, title="Their title", body=THEIRS))
    page.get_by_label("Title:").fill("My title")
    text(page).fill(MINE)
    save(page)
    expect(places(page)).to_have_count(3)
    return page


def text(page):
    return page.locator("textarea[name=body]")


def places(page):
    return page.locator(".merge__place")


def choose(page, place, side):
    places(page).nth(place).get_by_role("button", name=side).click()


def looked_at(page):
    return page.get_by_label("I have looked at these 3 places")


def save(page):
    page.get_by_role("button", name="Save draft").click()


def test_each_place_is_chosen_by_itself_and_saved_as_the_field_shows(opened, item):
    choose(opened, 0, "Theirs")
    choose(opened, 1, "Theirs")
    choose(opened, 2, "Both")
    choose(opened, 1, "Yours")
    chosen = "One was mine old. 😀\n\nTwo is mine. Two is theirs.\n\nThree is old.\n"
    expect(text(opened)).to_have_value(chosen)
    looked_at(opened).check()
    save(opened)
    expect(opened.locator(".merge")).to_have_count(0)
    values = texts.read(Page, item.latest_revision.text).values
    assert (values["title"], values["body"]) == ("Their title", chosen)


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ("- Mine\n- Two\n", "- Theirs\n- Two\n", "- Mine\n- Theirs\n- Two\n"),
        ("Mine.\n- Two\n", "- Theirs\n- Two\n", "Mine.\n\n- Theirs\n- Two\n"),
    ],
)
def test_both_texts_stand_one_after_the_other(open_after_both, mine, theirs, both):
    page = open_after_both("- One\n- Two\n", mine, theirs)
    choose(page, 0, "Both")
    expect(text(page)).to_have_value(both)


def test_words_that_were_typed_meanwhile_are_not_replaced(opened):
    text(opened).fill(f"Before it. {MINE.replace('Two is mine', 'Two is chosen')}")
    expect(places(opened).nth(2).get_by_role("button", name="Theirs")).to_be_disabled()
    assert places(opened).nth(2).get_by_role("status").inner_text() == (
        "You changed these words in the field yourself, so they stay as you typed them."
    )


def test_place_is_found_after_words_were_typed_above_it(opened):
    text(opened).press("Control+Home")
    text(opened).press_sequentially("Zero.\n\n")
    choose(opened, 2, "Theirs")
    expect(text(opened)).to_have_value(f"Zero.\n\n{MINE.replace('Two is mine', 'Two is theirs')}")


def test_texts_on_the_page_are_not_offered_back_from_the_browser(opened):
    expect(opened.locator(".kept-buttons")).to_have_count(0)
    opened.reload()
    expect(opened.locator(".kept-buttons")).to_have_count(0)


def test_nothing_is_saved_while_the_places_were_not_looked_at(opened, item):
    with opened.expect_navigation():
        save(opened)
    expect(places(opened)).to_have_count(3)
    assert "tick the box below the choices" in opened.locator(".errorlist").inner_text()
    assert item.revisions.count() == 2


def test_words_kept_in_the_browser_are_put_together_anew(opened, item):
    looked_at(opened).check()
    opened.once("dialog", lambda dialog: dialog.accept())
    opened.goto(opened.url)
    opened.get_by_role("button", name="Put it back").click()
    expect(text(opened)).to_have_value(MINE)
    save(opened)
    expect(places(opened)).to_have_count(3)
    expect(looked_at(opened)).not_to_be_checked()
    assert item.revisions.count() == 2


def test_comparison_is_accessible_and_fits(screen, opened):
    assert (axe_findings(opened, ".merge"), overflow(opened)) == ([], 0)
