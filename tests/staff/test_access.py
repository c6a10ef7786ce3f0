"""Who gets what at every address of the site and the admin."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client

from articles.models import Article
from articles.models import Topic as ArticleTopic
from clinic_site.images.models import Picture
from clinic_site.pages.models import Page
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing.models import Reference, Term
from clinic_site.search.models import SearchCount, Synonym
from faq.models import Question
from faq.models import Topic as QuestionTopic

from .access_table import TABLE
from .addresses import addresses

# As much as an address needs to do what it is there for.
ALL = {"_selected_action": list(range(1, 50)), "post": "yes"}
POSTED = {
    "delete": {"post": "yes"},
    "changelist": ALL | {"action": "delete_selected"},
    "item changelist": ALL | {"action": "download"},
}


@pytest.fixture
def subjects(make_live, make_draft, make_user, admin_user, settings, tmp_path):
    """What the table is about, by the names it uses."""
    settings.MEDIA_ROOT = tmp_path
    topics = [model.objects.create(slug="a", title="A") for model in (ArticleTopic, QuestionTopic)]
    return {
        "live": [make_live(model, "live") for model in (Article, Question, Page)],
        "draft": [make_draft(Article, "draft")],
        "topic": topics,
        "source": [
            Term.objects.create(slug="knot", term="knot", meaning="A tight spot."),
            Reference.objects.create(key="A1", title="A trial"),
        ],
        "picture": [
            Picture.objects.create(file="a.webp", name="a.webp", alt_text="A", width=4, height=3)
        ],
        "synonym": [Synonym.objects.create(words="fibro", means="fibromyalgia")],
        "searches": [SearchCount.objects.create(week=date(2026, 11, 30), words="sauna")],
        "profile": [ClinicProfile.objects.create()],
        "account": [make_user("colleague", is_staff=True)],
        "superuser": [admin_user],
        "group": [Group.objects.get(name="Editors")],
    }


@pytest.fixture
def users(make_user, make_member):
    """Who tries, in the order of the table's columns."""
    return [
        None,
        make_user("patient"),
        make_member("newcomer"),
        make_member("ann", "Editors"),
        make_member("rae", "Clinical reviewers"),
        make_member("mia", "Managers"),
    ]


def outcome(user, method, address, data=None):
    """The status of an answer, or `login` for the way to the login; nothing stays changed."""
    client = Client()
    with transaction.atomic():
        if user:
            client.force_login(user)
        response = getattr(client, method)(address, data)
        transaction.set_rollback(True)
    to_login = response.headers.get("Location", "").startswith("/admin/login/")
    return "login" if to_login else str(response.status_code)


def outcomes(user, label, address):
    """What a user gets with GET and with POST."""
    data = POSTED.get(label, POSTED.get(label.split()[-1]))
    return f"{outcome(user, 'get', address)}/{outcome(user, 'post', address, data)}"


def test_each_role_gets_what_the_table_says_everywhere(subjects, users):
    found = {
        (label, address): [outcomes(user, label, address) for user in users]
        for label, address in addresses(subjects)
    }
    assert found == {(label, address): TABLE.get(label) for label, address in found}
    assert {label for label, _ in found} == set(TABLE)
