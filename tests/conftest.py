"""Rows that most tests need, made by the same door as the site makes them."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from hypothesis import settings as hypothesis_settings

from articles.models import Article
from articles.models import Topic as ArticleTopic
from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from faq.models import Question
from faq.models import Topic as QuestionTopic

# No test fails because the machine is busy.
hypothesis_settings.register_profile("untimed", deadline=None)
hypothesis_settings.load_profile("untimed")

LONG_AGO = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)

EXTRA_KEYS = {
    Article: "topic: basics\n",
    Question: "topic: basics\nshort_answer: It can ache for a moment.\n",
    Page: "",
}


def text_of(model, title="A page", body="Some words for you.", **keys):
    """A canonical text for a model, with more front matter where it is asked for."""
    lines = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return (
        f"---\ntitle: {title}\nsummary: What this page says.\n{EXTRA_KEYS[model]}{lines}---\n\n"
        f"{body}\n"
    )


def structured_data(response):
    """The structured data of a page by its type."""
    found = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', response.content.decode(), re.DOTALL
    )
    return {data["@type"]: data for data in map(json.loads, found)}


@pytest.fixture
def topics(db):
    return [
        model.objects.create(slug="basics", title="The basics", position=10)
        for model in (ArticleTopic, QuestionTopic)
    ]


@pytest.fixture
def make_draft(topics):
    """Saves a draft of any model: `make_draft(Article, "a-slug", title=…, body=…)`."""

    def make(model, slug, *, by=None, **text):
        item = model(slug=slug)
        editing.save_draft(item, text=text_of(model, **text), by=by)
        return item

    return make


@pytest.fixture
def make_live(topics):
    """Publishes an item of any model with a date of long ago."""

    def make(model, slug, *, published=LONG_AGO, **text):
        item = model(slug=slug)
        editing.publish_as_dated(item, text=text_of(model, published=published, **text))
        return item

    return make


@pytest.fixture
def make_in_each_state(make_live, make_draft):
    """Items of a model by what readers see of them: live, draft, planned and withdrawn."""

    def make(model, **text):
        items = {
            "live": make_live(model, "live", title="A live page", **text),
            "draft": make_draft(model, "draft", title="A draft page", **text),
            "planned": make_draft(model, "planned", title="A planned page", **text),
            "withdrawn": make_live(model, "withdrawn", title="A withdrawn page", **text),
        }
        editing.publish(items["planned"], at=timezone.now() + timedelta(days=1))
        editing.withdraw(items["withdrawn"])
        return items

    return make


@pytest.fixture
def make_user(db):
    def make(username, **fields):
        return get_user_model().objects.create_user(username, password="a password", **fields)

    return make
