"""All topics, each with how many pages readers find there."""

import pytest

from articles.models import Article
from articles.models import Topic as ArticleTopic
from faq.models import Question

ADDRESS = "/topics/"


def shown(response, name):
    return [(entry["topic"].title, entry["count"]) for entry in response.context[name]]


def test_topics_come_in_their_order_with_the_number_of_their_pages(client, make_live):
    first = ArticleTopic.objects.create(slug="first", title="Comes first", position=1)
    for slug in ("a", "b", "c"):
        make_live(Article, slug)
    Article.objects.filter(slug="a").update(topic=first)
    make_live(Question, "a")
    response = client.get(ADDRESS)
    assert shown(response, "explainer_topics") == [("Comes first", 1), ("The basics", 2)]
    assert shown(response, "question_topics") == [("The basics", 1)]
    page = response.content.decode()
    assert 'href="/articles/topic/first/"' in page
    assert 'href="/faq/topic/basics/"' in page
    assert "1 question</span>" in page


@pytest.mark.parametrize(
    ("model", "name"), [(Article, "explainer_topics"), (Question, "question_topics")]
)
def test_topic_counts_only_what_readers_see(client, make_live, make_unseen, model, name):
    make_unseen(model)
    assert shown(client.get(ADDRESS), name) == []
    make_live(model, "live")
    assert shown(client.get(ADDRESS), name) == [("The basics", 1)]
