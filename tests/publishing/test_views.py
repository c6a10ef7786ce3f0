"""Items and lists as readers get them, whatever their model."""

import re
from datetime import date, timedelta

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing import editing
from clinic_site.publishing.models import Reference
from clinic_site.publishing.views import ITEMS_A_PAGE
from faq.models import Question
from tests.conftest import LONG_AGO, structured_data, text_of

LISTS = {
    "/": (Article, Question),
    "/articles/": (Article,),
    "/articles/topic/basics/": (Article,),
    "/faq/": (Question,),
    "/faq/topic/basics/": (Question,),
    "/search/?q=marker": (Article, Question, Page),
}
ITEMS = [(Article, "/articles/marker/"), (Question, "/faq/marker/"), (Page, "/marker/")]


def count_queries(client, url):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize(("url", "models"), LISTS.items())
def test_list_shows_published_items_only(client, make_live, make_draft, url, models):
    for model in models:
        make_live(model, "marker", title="A live marker")
        make_draft(model, "draft", title="A draft marker")
        editing.withdraw(make_live(model, "gone", title="A withdrawn marker"))
        planned = make_draft(model, "planned", title="A planned marker")
        editing.publish(planned, at=timezone.now() + timedelta(hours=1))
    page = client.get(url).content.decode()
    assert "A live marker" in page
    assert re.findall(r"A (draft|withdrawn|planned) marker", page) == []


@pytest.mark.parametrize(("url", "models"), LISTS.items())
def test_number_of_queries_is_constant_in_the_number_of_items(client, make_live, url, models):
    for model in models:
        make_live(model, "marker-1", title="A marker")
    client.get(url)
    with_one = count_queries(client, url)
    for model in models:
        make_live(model, "marker-2", title="A marker")
        make_live(model, "marker-3", title="A marker")
    assert count_queries(client, url) == with_one


@pytest.mark.parametrize(("model", "url"), ITEMS)
def test_number_of_queries_is_constant_in_sources_and_related_items(client, make_live, model, url):
    for number in (1, 2, 3):
        Reference.objects.create(key=f"A{number}", title=f"Study {number}", year=2020)
        make_live(Article, f"other-{number}")
    make_live(model, "marker", body="One [@A1].", related="[articles:other-1]")
    client.get(url)
    with_one = count_queries(client, url)
    item = model.objects.get(slug="marker")
    more = {"body": "One [@A1; @A2; @A3].", "related": "[articles:other-1, articles:other-2]"}
    editing.save_draft(item, text=text_of(model, **more))
    editing.publish(item)
    assert count_queries(client, url) == with_one


@pytest.mark.parametrize(("model", "url"), ITEMS)
def test_item_is_public_only_while_it_is_published(client, make_draft, model, url):
    item = make_draft(model, "marker")
    assert client.get(url).status_code == 404
    editing.publish(item, at=timezone.now() + timedelta(hours=1))
    assert client.get(url).status_code == 404
    editing.publish(item)
    assert client.get(url).status_code == 200


@pytest.mark.parametrize(("model", "url"), ITEMS)
def test_withdrawn_item_says_which_page_is_gone(client, make_live, model, url):
    editing.withdraw(make_live(model, "marker", title="A marker"))
    response = client.get(url)
    assert response.status_code == 410
    assert "The page “A marker” is no longer part of this site." in response.content.decode()


@pytest.mark.parametrize(("model", "url"), ITEMS)
def test_no_browser_keeps_that_a_page_moved_or_is_gone(client, make_live, model, url):
    item = make_live(model, "marker")
    editing.move(item, slug="elsewhere")
    moved = client.get(url)
    editing.withdraw(item)
    gone = client.get(item.get_absolute_url())
    answers = [(response.status_code, response["Cache-Control"]) for response in (moved, gone)]
    assert answers == [(301, "no-cache"), (410, "no-cache")]


@pytest.mark.parametrize(("model", "url"), ITEMS)
def test_withdrawn_item_leads_to_live_pages_of_its_topic(client, make_live, make_draft, model, url):
    editing.withdraw(make_live(model, "marker"))
    make_live(model, "other", title="A live page")
    make_draft(model, "draft", title="A draft")
    response = client.get(url)
    shown = [item.title for item in response.context.get("entries") or []]
    assert shown == (["A live page"] if model.has_topic() else [])
    assert 'href="#contact"' in response.content.decode()


@pytest.mark.parametrize("later", [timedelta(0), timedelta(hours=1)])
@pytest.mark.parametrize(("model", "url"), ITEMS)
def test_item_withdrawn_before_its_time_is_never_named(client, make_live, model, url, later):
    make_live(model, "marker", title="A marker", published=LONG_AGO + later, withdrawn=LONG_AGO)
    response = client.get(url)
    assert response.status_code == 404
    assert "A marker" not in response.content.decode()


@pytest.mark.parametrize(("model", "url"), ITEMS)
def test_heading_may_hold_braces(client, make_live, model, url):
    heading = "## Write \\{{foo}} here\n\nWords."
    make_live(model, "marker", body=f"{heading}\n\n## Two\n\nWords.\n\n## Three\n\nWords.")
    contents = client.get(url).context["contents"]
    assert [entry["title"] for entry in contents] == ["Write {{foo}} here", "Two", "Three"]


@pytest.mark.parametrize(("model", "url"), [(Article, "/articles/"), (Question, "/faq/")])
def test_topic_is_a_page_only_while_it_has_a_published_item(client, make_draft, model, url):
    item = make_draft(model, "marker", title="A marker")
    topic_url = f"{url}topic/basics/"
    assert client.get(topic_url).status_code == 404
    editing.publish(item)
    assert "A marker" in client.get(topic_url).content.decode()
    editing.withdraw(item)
    assert client.get(topic_url).status_code == 404


@pytest.mark.parametrize(("model", "url"), ITEMS)
def test_item_carries_what_a_reader_may_ask(client, make_live, model, url):
    ClinicProfile.objects.create(name="North Clinic", funding="The clinic pays.")
    Reference.objects.create(
        key="A1", title="A study", year=2020, authors=["Doe J"], doi="10.1000/1"
    )
    make_live(
        model,
        "marker",
        title="A question?",
        body="## First part\n\nA claim. [@A1]\n\n## Second part\n\nMore.",
        updated="2026-03-01 08:00:00+00:00",
        change_note="A new source.",
    )
    page = " ".join(re.sub(r"<[^>]+>", " ", client.get(url).content.decode()).split())
    for words in (
        "A question? – North Clinic",
        "What this page says." if model is not Question else "It can ache for a moment.",
        "First part",
        "Doe J",
        "10.1000/1",
        "5 January 2026",
        "1 March 2026",
        "A new source.",
        "A clinician has not reviewed this page yet",
        "The clinic pays.",
        "North Clinic sells dry needling",
    ):
        assert words in page


@pytest.mark.parametrize(("model", "url"), ITEMS)
def test_review_is_shown_only_while_the_words_are_the_signed_ones(
    client, make_live, make_user, model, url
):
    item = make_live(model, "marker", body="Old words.")
    editing.sign_off(
        item,
        digest=item.words_digest,
        reviewer=make_user("kim", first_name="Kim", last_name="Example"),
        credentials="Physiotherapist",
        signed_on=date(2026, 2, 1),
        due_on=date(2027, 2, 1),
    )
    signed = client.get(url)
    assert "Kim Example" in signed.content.decode()
    assert structured_data(signed)[model.schema_type]["lastReviewed"] == "2026-02-01"
    editing.save_draft(item, text=text_of(model, body="New words."))
    editing.publish(item)
    changed = client.get(url)
    assert "Kim Example" not in changed.content.decode()
    assert "reviewedBy" not in structured_data(changed)[model.schema_type]


def test_page_tells_search_engines_its_one_address(client, make_live):
    make_live(Article, "marker", title="A marker")
    page = client.get("/articles/marker/?utm=1").content.decode()
    assert '<link rel="canonical" href="http://testserver/articles/marker/">' in page
    assert '<meta name="description" content="What this page says.">' in page
    assert '<meta property="og:title" content="A marker">' in page


def test_text_cannot_break_out_of_structured_data(client, make_live):
    make_live(Article, "marker", title="'</script><script>alert(1)</script>'")
    response = client.get("/articles/marker/")
    assert structured_data(response)["MedicalWebPage"]["name"] == (
        "</script><script>alert(1)</script>"
    )
    assert b"<script>alert" not in response.content


def test_readers_get_no_cookie(client, make_live):
    make_live(Article, "marker")
    for url in ("/", "/articles/", "/articles/marker/", "/faq/", "/search/?q=a", "/nope/"):
        assert client.get(url).cookies == {}


def test_long_lists_are_split_into_pages(client, make_live):
    for number in range(ITEMS_A_PAGE + 1):
        make_live(Article, f"a-{number}", title=f"Explainer {number:02}")
    first, second = (client.get(f"/articles/?page={page}").content.decode() for page in (1, 2))
    last, next_one = f"Explainer {ITEMS_A_PAGE - 1}", f"Explainer {ITEMS_A_PAGE}"
    assert (last in first, next_one in first) == (True, False)
    assert (last in second, next_one in second) == (False, True)


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", ""])
def test_odd_page_numbers_give_a_page(client, make_live, page):
    make_live(Article, "marker", title="A marker")
    assert "A marker" in client.get(f"/articles/?page={page}").content.decode()


def test_page_with_a_planned_withdrawal_is_still_there(client, make_live):
    item = make_live(Article, "marker")
    editing.withdraw(item, at=timezone.now() + timedelta(hours=1))
    assert client.get("/articles/marker/").status_code == 200


def test_pages_load_only_files_that_are_there_and_ours(client, make_live):
    make_live(Article, "marker")
    page = client.get("/articles/marker/").content.decode()
    loaded = re.findall(r'<(?:link|script|img)[^>]*(?:href|src)="([^"]+)"', page)
    files = [url for url in loaded if url.startswith("/static/")]
    assert [url for url in files if not finders.find(url.removeprefix("/static/"))] == []
    others = [url for url in loaded if url not in files]
    assert others == ["/feed.xml", "http://testserver/articles/marker/"]
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script>", page) == []
