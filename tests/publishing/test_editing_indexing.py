"""What leads to an item follows each change of it, in the same transaction."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from clinic_site.publishing.facts import current_facts
from clinic_site.publishing.models import ListedName, Subject, Term
from faq.models import Question
from tests.conftest import text_of


def names(item):
    return list(ListedName.objects.about(item).values_list("words", flat=True))


def subjects(item):
    return list(Subject.objects.about(item).values_list("key", flat=True))


@pytest.fixture
def knot(db):
    return Term.objects.create(slug="knot", term="knot", meaning="A tight spot.")


def test_names_and_subjects_follow_what_readers_see(make_live, knot):
    item = make_live(Article, "knots", title="Knots", body="A knot and a knot.")
    topic = f"topic:articles:{item.topic_id}"
    assert (names(item), subjects(item)) == (["Knots"], ["term:knot", topic])
    editing.save_draft(item, text=text_of(Article, title="Tight spots"))
    assert (names(item), subjects(item)) == (["Knots"], ["term:knot", topic])
    editing.publish(item)
    assert (names(item), subjects(item)) == (["Tight spots"], [topic])


def test_plain_page_is_about_terms_only(make_live, knot):
    assert subjects(make_live(Page, "about", body="A knot.")) == ["term:knot"]


def test_another_topic_is_another_subject(make_live):
    item = make_live(Question, "knots")
    other = type(item.topic).objects.create(slug="other", title="Other")
    text = text_of(Question, title="Knots").replace("topic: basics", "topic: other")
    editing.save_draft(item, text=text)
    editing.publish(item)
    assert subjects(item) == [f"topic:faq:{other.pk}"]


def test_new_term_of_the_glossary_reaches_pages_that_are_live(make_live):
    item = make_live(Page, "about", body="A knot.")
    assert subjects(item) == []
    Term.objects.create(slug="knot", term="knot", meaning="A tight spot.")
    editing.refresh_renderings(current_facts())
    assert subjects(item) == ["term:knot"]


def test_pages_that_were_live_before_there_was_an_index_get_into_it(make_live, knot):
    item = make_live(Page, "about", title="About us", body="A knot.")
    ListedName.objects.all().delete()
    Subject.objects.all().delete()
    Page.objects.update(rendered_with="rendered by older code")
    editing.refresh_renderings(current_facts())
    assert (names(item), subjects(item)) == (["About us"], ["term:knot"])


def test_nothing_is_written_again_where_nothing_changed(make_live, knot):
    item = make_live(Article, "knots", body="A knot.")
    with CaptureQueriesContext(connection) as queries:
        editing.withdraw(item)
    tables = (ListedName._meta.db_table, Subject._meta.db_table)
    writes = [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "DELETE"))]
    assert [sql for sql in writes if any(table in sql for table in tables)] == []


def test_rows_of_published_items_are_those_that_readers_may_see(make_live, make_draft):
    make_live(Article, "live", title="A live page")
    make_live(Page, "about", title="A live page about us")
    make_draft(Article, "draft", title="A draft")
    editing.withdraw(make_live(Question, "gone", title="A withdrawn page"))
    planned = make_draft(Article, "planned", title="A planned page")
    editing.publish(planned, at=timezone.now() + timedelta(hours=1))
    seen = ListedName.objects.of_published().order_by("pk")
    assert [name.words for name in seen] == ["A live page", "A live page about us"]
    later = timezone.now() + timedelta(hours=2)
    assert ListedName.objects.of_published(later, [Article]).count() == 2
    assert not ListedName.objects.filter(words="A draft").exists()


def test_unsigned_pages_are_left_out_where_they_are_hidden(make_live, settings):
    make_live(Article, "live")
    settings.SHOW_UNSIGNED_PAGES = False
    assert not ListedName.objects.of_published().exists()
