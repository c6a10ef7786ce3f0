"""A browser tells that results were shown and that one was opened; without a script, nothing."""

import pytest

from articles.models import Article
from clinic_site.search.models import SearchCount


@pytest.fixture
def results(new_context, live_server, make_live):
    """Opens the results for words that two pages have."""
    for number in (1, 2):
        make_live(Article, f"sauna-{number}", title=f"Sauna {number}")

    def open_results(**options):
        page = new_context(**options).new_page()
        page.goto(f"{live_server.url}/search/?q=Sauna", wait_until="networkidle")
        return page

    return open_results


def counts():
    fields = ("words", "found_nothing", "shown", "opened")
    return list(SearchCount.objects.values_list(*fields))


def test_results_are_told_once_when_shown_and_once_when_opened(results):
    page = results()
    assert counts() == [("sauna", 0, 1, 0)]
    first = page.locator(".hit__title a").first
    with page.expect_request("**/search/counted/"):
        first.click(button="middle")
    first.click()
    page.wait_for_load_state("networkidle")
    assert counts() == [("sauna", 0, 1, 1)]


def test_what_is_told_has_no_cookie(results):
    page = results()
    with page.expect_request("**/search/counted/") as told:
        page.locator(".hit__title a").first.click()
    form = told.value.post_data_json
    assert (sorted(form), form["event"]) == (["event", "token"], "opened")
    assert "cookie" not in told.value.all_headers()
    assert page.context.cookies() == []


def test_readers_without_scripts_are_not_counted(results):
    page = results(java_script_enabled=False)
    page.locator(".hit__title a").first.click()
    page.wait_for_load_state("networkidle")
    assert (page.title().startswith("Sauna"), counts()) == (True, [])
