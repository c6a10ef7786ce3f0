"""What the editor looks up: whom it is told to, and what is found."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from clinic_site.publishing import editing
from clinic_site.publishing.lookups import NOT_ALLOWED
from clinic_site.publishing.models import Reference
from faq.models import Question

ITEMS, REFERENCES = "/admin/editor/items/", "/admin/editor/references/"
both = pytest.mark.parametrize("address", [ITEMS, REFERENCES])


@pytest.fixture
def log_in(client, make_user):
    def log_in(*permissions, is_staff=True):
        user = make_user("ann", is_staff=is_staff)
        user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
        client.force_login(user)

    return log_in


@pytest.fixture
def rows(make_live, make_draft):
    make_live(Article, "knees", title="Knee pain")
    make_live(Question, "knee", title="Will my knee hurt?")
    make_draft(Question, "new-knee", title="A new knee?")
    editing.withdraw(make_live(Question, "old-knee", title="An old knee?"))
    Reference.objects.create(key="Boyce2020", authors=["Boyce D", "Wempe H"], title="Events")
    Reference.objects.create(key="Perez2019", authors=["Pérez Á"], year=2019, title="Trials")


def look_up(client, address, query=""):
    return client.get(address, {"q": query}).json()["results"]


def titles(client, query=""):
    return [item["title"] for item in look_up(client, ITEMS, query)]


def keys(client, query=""):
    return [reference["key"] for reference in look_up(client, REFERENCES, query)]


@both
@pytest.mark.parametrize("permission", ["add_article", "change_question"])
def test_staff_who_may_edit_any_content_looks_up(client, log_in, rows, address, permission):
    log_in(permission)
    assert len(look_up(client, address)) >= 2


@both
@pytest.mark.parametrize("permission", ["view_article", "add_picture"])
def test_staff_who_may_not_edit_is_refused(client, log_in, rows, address, permission):
    log_in(permission)
    response = client.get(address)
    assert (response.status_code, response.json()) == (403, {"error": NOT_ALLOWED})


@both
def test_permission_without_staff_is_refused(client, log_in, rows, address):
    log_in("change_article", is_staff=False)
    response = client.get(address)
    assert (response.status_code, response.json()) == (403, {"error": NOT_ALLOWED})


@both
def test_stranger_is_refused_and_not_sent_elsewhere(client, rows, address):
    response = client.get(address)
    assert (response.status_code, response.json()) == (403, {"error": NOT_ALLOWED})


@both
def test_only_get_is_answered(client, log_in, address):
    log_in("change_article")
    response = client.post(address)
    assert (response.status_code, response["Allow"]) == (405, "GET")


@both
def test_answer_is_never_stored(client, log_in, address):
    assert client.get(address)["Cache-Control"] == "no-store"
    log_in("change_article")
    assert client.get(address)["Cache-Control"] == "no-store"


def test_items_are_described(client, log_in, rows):
    log_in("change_article", "view_question")
    assert look_up(client, ITEMS, "new KNEE") == [
        {
            "address": "faq:new-knee",
            "title": "A new knee?",
            "kind": "question",
            "is_live": False,
        }
    ]
    assert look_up(client, ITEMS, "pain knee") == [
        {"address": "articles:knees", "title": "Knee pain", "kind": "explainer", "is_live": True}
    ]


@pytest.mark.parametrize("permission", ["view_question", "change_question"])
def test_drafts_are_named_to_who_may_see_them(client, log_in, rows, permission):
    log_in("change_article", permission)
    assert titles(client, "knee") == [
        "A new knee?",
        "An old knee?",
        "Knee pain",
        "Will my knee hurt?",
    ]


@pytest.mark.parametrize("permission", ["add_question", "delete_question"])
def test_drafts_are_kept_from_who_may_not_see_them(client, log_in, rows, permission):
    log_in("change_article", permission)
    assert titles(client, "knee") == ["Knee pain", "Will my knee hurt?"]


def test_at_most_ten_are_found(client, log_in, make_live):
    for number in range(6):
        make_live(Question, f"question-{number}", title=f"Question {number}")
        make_live(Article, f"article-{number}", title=f"Article {number}")
        Reference.objects.bulk_create(
            [Reference(key=f"{letter}{number}", title="A trial") for letter in "ab"]
        )
    log_in("change_article")
    assert titles(client)[5:] == ["Article 5", *(f"Question {number}" for number in range(4))]
    assert len(keys(client)) == 10


def test_queries_do_not_grow_with_what_is_found(
    client, log_in, rows, make_live, django_assert_num_queries
):
    log_in("change_article", "change_question")
    look_up(client, ITEMS)
    with CaptureQueriesContext(connection) as few:
        look_up(client, ITEMS)
    for number in range(5):
        make_live(Question, f"question-{number}")
    with django_assert_num_queries(len(few)):
        look_up(client, ITEMS)


def test_very_long_query_is_cut(client, log_in, rows):
    log_in("change_article")
    assert titles(client, "k " * 5_000) == ["Knee pain", "Will my knee hurt?"]


def test_references_are_described(client, log_in, rows):
    log_in("change_article")
    assert look_up(client, REFERENCES, "trials") == [
        {"key": "Perez2019", "authors": ["Pérez Á"], "year": 2019, "title": "Trials"}
    ]


@pytest.mark.parametrize("query", ["wempe", "boyce events", "Boyce2020"])
def test_reference_is_found_by_key_author_and_title(client, log_in, rows, query):
    log_in("change_article")
    assert keys(client, query) == ["Boyce2020"]


@pytest.mark.parametrize("query", ["PÉREZ", "2019 trials", "á"])
def test_reference_is_found_by_accented_letters_and_year(client, log_in, rows, query):
    log_in("change_article")
    assert keys(client, query) == ["Perez2019"]
