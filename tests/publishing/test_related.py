"""What to read next: chosen, then about the same, and the pages before and after."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from articles.models import Topic as ArticleTopic
from clinic_site.pages.models import Page
from clinic_site.publishing import editing, related
from clinic_site.publishing.models import Term
from clinic_site.publishing.related import neighbours, related_to
from faq.models import Question
from tests.conftest import LONG_AGO, text_of


@pytest.fixture(autouse=True)
def terms(db):
    for word in ("knot", "needle", "lung"):
        Term.objects.create(slug=word, term=word, meaning=f"What a {word} is.")


@pytest.fixture
def make_in(make_live):
    """Publishes an explainer in a topic of its own, so that only its terms are shared."""

    def make(slug, body, **text):
        ArticleTopic.objects.get_or_create(slug=slug, defaults={"title": slug})
        source = text_of(Article, title=slug, body=body, published=LONG_AGO, **text)
        item = Article(slug=slug)
        editing.publish_as_dated(item, text=source.replace("topic: basics", f"topic: {slug}"))
        return item

    return make


def slugs(items):
    return [item.slug for item in items]


def test_chosen_items_come_first_then_those_about_the_same(make_in):
    make_in("chosen", "Words.")
    make_in("same", "A knot.")
    make_in("other", "Words.")
    item = make_in("item", "A knot.", related="[articles:chosen]")
    assert slugs(related_to(item)) == ["chosen", "same"]


def test_rare_terms_weigh_more_than_common_ones(make_in):
    for slug in ("common-1", "common-2", "common-3"):
        make_in(slug, "A knot.")
    make_in("rare", "A lung.")
    make_in("both", "A knot and a lung.")
    item = make_in("item", "A knot and a lung.")
    assert slugs(related_to(item)) == ["both", "rare", "common-1", "common-2"]
    assert slugs(related_to(item)) == slugs(related_to(Article.objects.get(pk=item.pk)))


def test_topic_counts_as_well(make_live, make_in):
    make_in("elsewhere", "Words.")
    item = make_live(Article, "item")
    make_live(Article, "same-topic")
    assert slugs(related_to(item)) == ["same-topic"]


def test_explainers_and_questions_are_related_to_each_other(make_live, make_in):
    make_live(Question, "question", body="A lung.")
    assert slugs(related_to(make_in("item", "A lung."))) == ["question"]


def test_nothing_comes_twice_nor_the_item_itself_and_four_are_enough(make_in):
    for number in range(6):
        make_in(f"same-{number}", "A knot.")
    make_in("item", "A knot.")
    item = Article.objects.get(slug="item")
    item.related = ["articles:item", "articles:same-5", "articles:same-5"]
    assert slugs(related_to(item)) == ["same-5", "same-0", "same-1", "same-2"]


def test_of_more_than_four_that_were_chosen_the_first_are_shown(make_in):
    for number in range(5):
        make_in(f"chosen-{number}", "Words.")
    chosen = ", ".join(f"articles:chosen-{number}" for number in range(5))
    item = make_in("item", "Words.", related=f"[{chosen}]")
    assert slugs(related_to(item)) == ["chosen-0", "chosen-1", "chosen-2", "chosen-3"]


def test_plain_pages_are_neither_given_nor_get_more_than_was_chosen(make_live, make_in):
    page = make_live(Page, "about", body="A lung.")
    item = make_in("item", "A lung.")
    assert (related_to(page), related_to(item)) == ([], [])


def test_what_readers_do_not_see_is_not_related(make_live, make_draft):
    item = make_live(Question, "item", body="A lung.")
    make_draft(Article, "draft", body="A lung.")
    editing.withdraw(make_live(Article, "gone", body="A lung."))
    planned = make_draft(Article, "planned", body="A lung.")
    editing.publish(planned, at=timezone.now() + timedelta(hours=1))
    assert related_to(item) == []
    make_live(Article, "live", body="A lung.")
    assert slugs(related_to(item)) == ["live"]


def test_subject_of_very_many_items_says_nothing(make_in, monkeypatch):
    monkeypatch.setattr(related, "MOST_ABOUT_ONE", 2)
    for slug in ("a", "b"):
        make_in(slug, "A knot.")
    make_in("rare", "A knot and a lung.")
    assert slugs(related_to(make_in("item", "A knot and a lung."))) == ["rare"]


def test_draft_shows_what_its_own_words_are_about(client, admin_client, make_in):
    make_in("same", "A lung.")
    item = make_in("item", "Words.")
    editing.save_draft(item, text=text_of(Article, body="A lung."))
    assert "related-title" not in client.get("/articles/item/").content.decode()
    response = admin_client.get("/articles/item/?preview")
    assert slugs(response.context["related"]) == ["same"]


def test_neighbours_are_the_next_in_reading_order_that_readers_see(make_live, make_draft):
    for slug, position in (("c", 30), ("a", 10), ("b2", 20), ("b1", 20), ("d", 40)):
        make_live(Article, slug, title=slug.upper(), position=position)
    make_draft(Article, "draft", title="B3", position=20)
    editing.withdraw(make_live(Article, "gone", title="B4", position=20))
    make_live(Question, "q", title="B5", position=20)
    ways = {item.slug: [n and n.slug for n in neighbours(item)] for item in Article.objects.all()}
    ways = {slug: ways[slug] for slug in ("a", "b1", "b2", "c", "d")}
    assert ways == {
        "a": [None, "b1"],
        "b1": ["a", "b2"],
        "b2": ["b1", "c"],
        "c": ["b2", "d"],
        "d": ["c", None],
    }


def test_neighbours_of_one_title_follow_each_other(make_live):
    first, second, third = (make_live(Article, slug, title="One title") for slug in "abc")
    assert neighbours(second) == (first, third)


def test_plain_pages_and_pages_of_other_topics_are_no_neighbours(make_live, make_in):
    about = make_live(Page, "about")
    make_live(Page, "privacy")
    item = make_in("item", "Words.")
    make_in("elsewhere", "Words.")
    assert (neighbours(about), neighbours(item)) == ((None, None), (None, None))


@pytest.mark.parametrize(("model", "url"), [(Article, "/articles/"), (Question, "/faq/")])
def test_page_leads_to_its_neighbours_and_its_topic(client, make_live, model, url):
    for slug, position in (("a", 10), ("b", 20), ("c", 30)):
        make_live(model, slug, title=f"Page {slug}", position=position)
    page = client.get(f"{url}b/").content.decode()
    assert f'href="{url}a/" rel="prev"' in page
    assert f'href="{url}c/" rel="next"' in page
    assert f'More on <a href="{url}topic/basics/">The basics</a>' in page


def test_number_of_queries_is_constant(client, make_live):
    counts = []
    for count in (6, 12):
        for number in range(count):
            make_live(Article, f"a-{count}-{number}", body="A lung.")
        client.get("/articles/a-6-1/")
        with CaptureQueriesContext(connection) as queries:
            assert len(client.get("/articles/a-6-1/").context["related"]) == 4
        counts.append(len(queries))
    assert counts[0] == counts[1]
