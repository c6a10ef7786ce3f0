"""What patients searched for in vain stands on the desk, with what can be done about it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from clinic_site.search.counting import week_of
from clinic_site.search.models import SearchCount, Synonym
from clinic_site.staff.desk import searches

NOW = timezone.now()
ADD_SYNONYM, ADD_QUESTION = "/admin/search/synonym/add/", "/admin/faq/question/add/"


@pytest.fixture
def editor(make_member):
    return make_member("ann", "Editors")


@pytest.fixture
def count(db):
    """Counts words in a week: `count("sauna", found_nothing=3, weeks_ago=1)`."""

    def count(words, *, weeks_ago=0, **counts):
        week = week_of(NOW) - timedelta(weeks=weeks_ago)
        return SearchCount.objects.create(week=week, words=words, **counts)

    return count


def shown(section):
    return [(task.title, task.detail) for task in section.tasks]


def test_searches_without_results_stand_by_how_often(editor, count):
    count("sauna", found_nothing=2)
    count("pool", found_nothing=2)
    count("sauna", found_nothing=1, weeks_ago=3)
    count("tattoo", found_nothing=9, weeks_ago=4)
    count("slip", found_nothing=1)
    count("other", shown=5)
    assert shown(searches.found_nothing(editor, NOW)) == [
        ("sauna", "3 times in the last 4 weeks"),
        ("pool", "2 times in the last 4 weeks"),
    ]


def test_search_that_finds_something_by_now_is_done(editor, count, make_live, make_draft):
    make_live(Article, "sauna", title="Sauna")
    make_draft(Article, "pool", title="Pool")
    count("sauna", found_nothing=2)
    count("pool", found_nothing=2)
    assert [title for title, _ in shown(searches.found_nothing(editor, NOW))] == ["pool"]


def test_results_that_nobody_opened_in_any_week_are_named(editor, count):
    count("sauna", shown=3)
    count("pool", shown=3, opened=1)
    count("ice", shown=3)
    count("ice", opened=1, weeks_ago=1)
    count("once", shown=1)
    assert shown(searches.not_opened(editor, NOW)) == [("sauna", "3 times in the last 4 weeks")]


def test_words_that_became_a_synonym_leave_the_desk(editor, count):
    count("cant fly", found_nothing=2, shown=2)
    count("pool", found_nothing=2, shown=2)
    Synonym.objects.create(words="can't fly", means="flying", is_used=False)
    for section in (searches.found_nothing, searches.not_opened):
        assert [title for title, _ in shown(section(editor, NOW))] == ["pool"]


@pytest.mark.parametrize("section", [searches.found_nothing, searches.not_opened])
def test_each_search_leads_to_what_can_be_done(editor, count, section):
    count("after a sauna", found_nothing=2, shown=2)
    [task] = section(editor, NOW).tasks
    assert (task.url, task.actions) == (
        "/search/?q=after+a+sauna",
        [
            ("Add as a synonym of …", f"{ADD_SYNONYM}?words=after+a+sauna"),
            ("Write this question", f"{ADD_QUESTION}?title=After+a+sauna"),
        ],
    )


def test_more_than_fits_leads_to_the_list(editor, count):
    for number in range(6):
        count(f"sauna {number}", shown=2)
    found = searches.not_opened(editor, NOW)
    assert (len(found.tasks), found.count) == (5, 6)
    assert found.lists == [("every search", "/admin/search/searchcount/")]


@pytest.mark.parametrize(
    ("group", "number"), [("Editors", 1), ("Clinical reviewers", 0), ("Managers", 1)]
)
def test_searches_are_shown_to_who_may_see_them(make_member, count, group, number):
    count("sauna", found_nothing=2, shown=2)
    member = make_member("mia", group)
    assert searches.found_nothing(member, NOW).count == number
    assert searches.not_opened(member, NOW).count == number


def test_actions_are_offered_to_who_may_take_them(make_member, count):
    count("sauna", shown=2)
    member = make_member("mia", "Managers")
    member.groups.get().permissions.filter(codename="add_synonym").delete()
    [task] = searches.not_opened(member, NOW).tasks
    assert [label for label, _ in task.actions] == ["Write this question"]


def test_desk_shows_actions_and_the_forms_have_the_words(client, editor, count):
    count("after <b>", found_nothing=2)
    client.force_login(editor)
    page = client.get("/admin/").content.decode()
    for address, label, filled_in in (
        (f"{ADD_SYNONYM}?words=after+%3Cb%3E", "Add as a synonym of …", 'words" value="after'),
        (f"{ADD_QUESTION}?title=After+%3Cb%3E", "Write this question", 'title" value="After'),
    ):
        link = f'<a href="{address}" aria-label="{label}: after &lt;b&gt;">{label}</a>'
        assert page.count(link) == 1
        assert f'name="{filled_in} &lt;b&gt;"' in client.get(address).content.decode()
