"""The explainers: by topic, in reading order."""

import re

from articles.models import Article, Topic
from clinic_site.publishing import editing
from tests.conftest import LONG_AGO, text_of


def test_explainers_come_by_topic_and_position(client, make_live):
    Topic.objects.create(slug="first", title="Comes first", position=1)
    make_live(Article, "b", title="B", position=20)
    make_live(Article, "a", title="A", position=10)
    text = text_of(Article, title="C", published=LONG_AGO).replace("basics", "first")
    editing.publish_as_dated(Article(slug="c"), text=text)
    page = client.get("/articles/").content.decode()
    assert re.findall(r'href="/articles/(\w)/"', page) == ["c", "a", "b"]
    assert page.index("Comes first") < page.index("The basics")
