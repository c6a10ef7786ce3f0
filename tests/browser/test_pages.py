"""The shipped pages in a real browser: nothing overflows, fails or shuts anybody out."""

import pytest
from django.conf import settings

from articles.models import Article
from clinic_site.publishing import editing
from clinic_site.publishing.importing import import_content

from .looks import axe_findings, overflow

SCREENS = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]
PAGES = [
    "/",
    "/articles/",
    "/articles/topic/safety/",
    "/articles/what-is-dry-needling/",
    "/articles/how-might-dry-needling-work/",
    "/articles/what-happens-at-a-visit/",
    "/articles/side-effects-and-when-to-get-help/",
    "/articles/what-the-research-shows/",
    "/articles/after-your-visit/",
    "/articles/after-your-visit/changes/",
    "/faq/",
    "/faq/topic/results/",
    "/faq/is-dry-needling-painful/",
    "/faq/what-can-dry-needling-be-used-for/",
    "/how-we-write/",
    "/a-to-z/",
    "/glossary/",
    "/topics/",
    "/articles/neck-pain/",
    "/search/?q=pain",
    "/search/?q=zebra",
]
ERROR_PAGES = ["/no-such-page/", "/articles/gone/"]


@pytest.fixture
def site(live_server):
    report = import_content(settings.CONTENT_DIR)
    assert report.problems == []
    return live_server.url


@pytest.fixture
def with_withdrawn_page(site):
    item = Article.objects.get(slug="how-might-dry-needling-work")
    item.slug = "gone"
    item.save()
    editing.withdraw(item)


@pytest.fixture
def open_page(site, new_context):
    """Opens a path at a width and in a colour scheme; its console errors are collected."""

    def open_at(path, width=1280, scheme="light", **options):
        viewport = {"width": width, "height": 800}
        context = new_context(viewport=viewport, color_scheme=scheme, **options)
        page = context.new_page()
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.on("console", lambda entry: entry.type == "error" and page.errors.append(entry.text))
        page.requests = []
        page.on("request", lambda request: page.requests.append(request.url))
        page.goto(site + path)
        return page

    return open_at


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_pages_shut_nobody_out(open_page, width, scheme):
    for path in PAGES:
        page = open_page(path, width, scheme)
        findings = (path, axe_findings(page), page.errors, overflow(page))
        assert findings == (path, [], [], 0)
        page.context.close()


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_error_pages_shut_nobody_out(open_page, with_withdrawn_page, width, scheme):
    for path in ERROR_PAGES:
        page = open_page(path, width, scheme)
        assert (path, axe_findings(page), overflow(page)) == (path, [], 0)


def test_nothing_is_asked_of_another_host(open_page, site):
    for path in PAGES:
        page = open_page(path)
        assert [url for url in page.requests if not url.startswith(site)] == []
        assert page.context.cookies() == []


def test_everything_works_without_javascript(open_page, site):
    page = open_page("/", width=320, java_script_enabled=False)
    page.get_by_role("searchbox").last.fill("acupuncture")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Is it the same as acupuncture?").first.click()
    assert page.url == f"{site}/faq/is-it-the-same-as-acupuncture/"
    assert page.get_by_role("heading", level=1).inner_text() == "Is it the same as acupuncture?"


def test_meaning_of_a_term_opens_by_keyboard_without_javascript(open_page):
    page = open_page("/articles/what-is-dry-needling/", java_script_enabled=False)
    term = page.locator("button.term").first
    meaning = page.locator("span.term__meaning").first
    assert meaning.is_hidden()
    term.focus()
    page.keyboard.press("Enter")
    assert meaning.is_visible()
    page.keyboard.press("Escape")
    assert meaning.is_hidden()


def test_skip_link_is_first_and_leads_to_the_text(open_page):
    page = open_page("/articles/what-is-dry-needling/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_contents_list_leads_to_each_heading(open_page):
    page = open_page("/articles/what-is-dry-needling/")
    targets = page.eval_on_selector_all(
        ".contents--aside a", "links => links.map(a => a.getAttribute('href'))"
    )
    headings = page.eval_on_selector_all(".text h2[id]", "all => all.map(h => '#' + h.id)")
    assert targets == headings


def test_body_map_leads_to_the_part_that_hurts(open_page, site):
    page = open_page("/")
    page.locator("svg a[data-area=knee]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/articles/knee-pain/")
    assert page.get_by_role("heading", level=1).inner_text() == "Knee pain"


def test_every_link_of_the_site_leads_somewhere(open_page, site, client):
    for path in PAGES:
        page = open_page(path)
        links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
        inside = {link.partition("#")[0] for link in links if link.startswith("/")}
        broken = {link for link in inside if client.get(link).status_code != 200}
        assert (path, broken) == (path, set())
        anchors = page.eval_on_selector_all(
            "a[href^='#']", "links => links.map(a => a.getAttribute('href').slice(1))"
        )
        missing = [a for a in anchors if a and page.locator(f"[id='{a}']").count() != 1]
        assert (path, missing) == (path, [])


def test_text_at_twice_its_size_does_not_scroll_sideways(open_page):
    for path in PAGES:
        page = open_page(path, width=640)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert (path, overflow(page)) == (path, 0)
