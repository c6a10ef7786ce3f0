"""Search as patients meet it: suggestions by keyboard, by touch and by ear, and the form alone."""

import re

import pytest
from django.conf import settings

from clinic_site.publishing.importing import import_content
from clinic_site.search import catalogue

from .looks import axe_findings, overflow

SCREENS = [(width, scheme) for width in (320, 768, 1280) for scheme in ("light", "dark")]
PAGES = [
    "/search/",
    "/search/?q=pain",
    "/search/?q=pain&page=2",
    "/search/?q=zebra",
    "/search/?q=chest+pain",
]


@pytest.fixture
def site(live_server):
    assert import_content(settings.CONTENT_DIR).problems == []
    catalogue.entries_in.cache_clear()
    return live_server.url


@pytest.fixture
def open_page(site, new_context):
    """Opens a path at a width and in a colour scheme; errors and other hosts are collected."""

    def open_at(path, width=1280, scheme="light", **options):
        viewport = {"width": width, "height": 800}
        page = new_context(viewport=viewport, color_scheme=scheme, **options).new_page()
        page.troubles = []
        page.on("pageerror", lambda error: page.troubles.append(str(error)))
        page.on("console", lambda entry: page.troubles.append(entry.text))
        page.on("request", lambda sent: sent.url.startswith(site) or page.troubles.append(sent.url))
        page.goto(site + path)
        return page

    return open_at


@pytest.fixture
def field_of(open_page):
    """The large search field of a page, with suggestions for some words below it."""

    def field_of(path, words="acup", **options):
        page = open_page(path, **options)
        field = page.get_by_role("combobox").last
        field.press_sequentially(words)
        page.get_by_role("listbox").wait_for()
        return field

    return field_of


def active_option(field):
    """The words of the option that assistive technology takes for the current one."""
    option = field.get_attribute("aria-activedescendant")
    return field.page.locator(f"#{option}").inner_text().split("\n")[0] if option else ""


def titles(page):
    return page.locator(
        ".suggestions:visible .suggestions__option > :first-child"
    ).all_inner_texts()


def spoken(page):
    """What the live regions say."""
    return "".join(page.get_by_role("status").all_inner_texts())


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_search_shuts_nobody_out(open_page, width, scheme):
    for path in PAGES:
        page = open_page(path, width, scheme)
        findings = (path, axe_findings(page), page.troubles, overflow(page))
        assert findings == (path, [], [], 0)
        page.context.close()


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_open_suggestions_shut_nobody_out(field_of, width, scheme):
    field = field_of("/search/", width=width, scheme=scheme)
    field.press("ArrowDown")
    page = field.page
    assert (axe_findings(page), page.troubles, overflow(page)) == ([], [], 0)
    heights = page.get_by_role("option").evaluate_all("all => all.map(o => o.offsetHeight)")
    assert min(heights) >= 44


def test_suggestions_are_chosen_by_keyboard(field_of, site):
    field = field_of("/")
    assert active_option(field) == ""
    first, second, *_, last = titles(field.page)
    for key, expected in [
        ("ArrowDown", first), ("ArrowDown", second), ("ArrowUp", first), ("ArrowUp", last),
        ("ArrowDown", first), ("Home", ""), ("ArrowDown", first), ("End", ""), ("ArrowUp", last),
    ]:  # fmt: skip
        field.press(key)
        assert (key, active_option(field)) == (key, expected)
        assert field.evaluate("field => field === document.activeElement && field.value") == "acup"
    chosen = field.page.get_by_role("option", selected=True)
    assert chosen.inner_text().startswith(last)
    field.press("Enter")
    field.page.wait_for_url(re.compile(r"/(articles|faq)/[\w-]+/$"))
    assert field.page.get_by_role("heading", level=1).inner_text() == last


def test_field_and_list_have_names_and_states_for_assistive_technology(field_of):
    field = field_of("/search/")
    listbox = field.page.get_by_role("listbox", name="Suggestions")
    assert field.page.get_by_role("combobox", name="What are you looking for?").count() == 1
    assert field.get_attribute("aria-controls") == listbox.get_attribute("id")
    assert field.get_attribute("aria-autocomplete") == "list"
    assert field.get_attribute("aria-expanded") == "true"
    assert spoken(field.page) == f"{len(titles(field.page))} suggestions"
    options = field.page.get_by_role("option")
    assert options.last.aria_snapshot() == f'- option "{titles(field.page)[-1]} Question"'
    field.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert spoken(field.page) == ""


def test_escape_closes_the_list_and_then_empties_the_field(field_of):
    field = field_of("/search/")
    field.press("ArrowDown")
    field.press("Escape")
    assert (titles(field.page), active_option(field), field.input_value()) == ([], "", "acup")
    field.press("ArrowDown")
    assert active_option(field) == titles(field.page)[0]
    field.press("Escape")
    field.press("Escape")
    assert (titles(field.page), field.input_value()) == ([], "")


def test_enter_without_a_choice_sends_the_form(field_of, site):
    field = field_of("/", "acupuncture")
    field.press("Enter")
    field.page.wait_for_url(f"{site}/search/?q=acupuncture")
    assert (
        "found for “acupuncture”" in field.page.get_by_role("heading", level=2).first.inner_text()
    )


def test_suggestion_is_chosen_by_touch(field_of, site):
    field = field_of("/", "is it pain", width=320, has_touch=True, is_mobile=True)
    field.page.get_by_role("option", name="Is it painful?").tap()
    field.page.wait_for_url(f"{site}/faq/is-dry-needling-painful/")


def test_list_closes_when_the_field_is_left_and_words_are_kept(field_of):
    field = field_of("/search/")
    field.press("Tab")
    assert titles(field.page) == []
    assert field.input_value() == "acup"
    assert field.page.evaluate("document.activeElement.textContent") == "Search"


def test_list_follows_what_is_typed(field_of):
    field = field_of("/search/", "acupunc")
    field.press_sequentially(" zebra")
    field.page.get_by_role("listbox").wait_for(state="hidden")
    assert spoken(field.page) == "No suggestions"
    field.fill("a")
    field.page.wait_for_timeout(400)
    assert titles(field.page) == []


def test_masthead_has_suggestions_of_its_own(open_page):
    page = open_page("/articles/what-is-dry-needling/")
    field = page.get_by_role("combobox", name="Search for")
    field.press_sequentially("knee")
    page.get_by_role("option", name="Knee pain Explainer").click()
    page.wait_for_url("**/articles/knee-pain/")
    assert page.troubles == []


def test_input_method_keeps_its_keys(field_of):
    field = field_of("/search/")
    composing = (
        "field.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowDown', isComposing: true}))"
    )
    field.evaluate(f"field => {composing}")
    assert active_option(field) == ""


def test_search_works_while_suggestions_fail(open_page, site):
    page = open_page("/search/")
    page.route("**/suggestions/**", lambda route: route.abort())
    field = page.get_by_role("combobox").last
    field.press_sequentially("acupuncture")
    page.wait_for_timeout(400)
    assert (titles(page), spoken(page)) == ([], "")
    field.press("Enter")
    page.wait_for_url(f"{site}/search/?q=acupuncture")


def test_search_is_a_plain_form_without_javascript(open_page, site):
    page = open_page("/search/", width=320, java_script_enabled=False)
    page.get_by_role("searchbox", name="What are you looking for?").fill("pain")
    page.get_by_role("button", name="Search").last.click()
    assert page.url == f"{site}/search/?q=pain"
    page.get_by_role("link", name="Next page").click()
    assert page.url == f"{site}/search/?q=pain&page=2"
    page.locator(".hit__title a").first.click()
    assert page.get_by_role("article").count() == 1
    assert page.troubles == []


def test_paper_has_results_and_no_form(field_of):
    page = field_of("/search/?q=pain", "knee ").page
    page.emulate_media(media="print")
    assert page.locator(".hit").first.is_visible()
    assert page.locator(".search:visible, .suggestions:visible, .pager:visible").count() == 0


def test_text_at_twice_its_size_does_not_scroll_sideways(field_of):
    page = field_of("/search/", width=640).page
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert overflow(page) == 0
