"""Before patients come, `check --deploy` names what the clinic has to do; else it is silent."""

from datetime import date

import pytest
from django.core.checks import run_checks
from django.db import DatabaseError, connection

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing import editing


def left_to_do(*, deploy=True):
    """The messages of our checks by their ids."""
    found = {}
    for warning in run_checks(include_deployment_checks=deploy):
        if warning.id.startswith("serving."):
            found.setdefault(warning.id, []).append(warning.msg)
    return found


@pytest.fixture
def profile(db):
    return ClinicProfile.objects.create(
        name="Knee House",
        telephone="020 7946 0000",
        address="1 High Street",
        opening_hours="Monday to Friday",
        funding="The clinic pays.",
    )


def test_each_placeholder_of_the_profile_is_named(profile):
    ClinicProfile.objects.update(name="[Name of the clinic]", funding="[Who pays]")
    assert left_to_do() == {
        "serving.W001": [
            "The clinic profile has a placeholder: name.",
            "The clinic profile has a placeholder: who pays for this site.",
        ]
    }


def test_missing_profile_is_all_placeholders(db):
    assert len(left_to_do()["serving.W001"]) == 5


def test_live_pages_without_a_sign_off_are_counted(profile, make_live, make_draft, make_user):
    make_live(Article, "a")
    make_live(Page, "b")
    make_draft(Page, "draft")
    signed = make_live(Page, "signed")
    editing.sign_off(
        signed,
        digest=signed.words_digest,
        reviewer=make_user("clinician"),
        credentials="Dr",
        due_on=date(2030, 1, 1),
    )
    assert left_to_do() == {
        "serving.W002": ["Published pages that no clinician has signed off: 2."]
    }


def test_hidden_pages_are_not_counted(profile, make_live, settings):
    settings.SHOW_UNSIGNED_PAGES = False
    make_live(Page, "a")
    assert left_to_do() == {}


def test_ready_site_gets_no_warning(profile):
    assert left_to_do() == {}


def test_developers_are_not_warned(db):
    assert left_to_do(deploy=False) == {}


def test_database_that_is_away_is_one_warning(db):
    def refuse(*args):
        raise DatabaseError("connection refused")

    with connection.execute_wrapper(refuse):
        assert left_to_do() == {
            "serving.W003": [
                "The database gives no answer about the profile and the pages: connection refused"
            ]
        }


@pytest.mark.parametrize(
    ("key", "site", "warnings"),
    [
        ("", "http://localhost:8000", set()),
        ("0123-abcd", "https://www.example.org", set()),
        ("short", "https://www.example.org", {"serving.W004"}),
        ("with/slash/in/it", "https://www.example.org", {"serving.W004"}),
        ("0123-abcd", "http://localhost:8000", {"serving.W005"}),
    ],
)
def test_search_engines_are_told_of_a_site_with_a_key(profile, settings, key, site, warnings):
    settings.INDEXNOW_KEY, settings.SITE_URL = key, site
    assert set(left_to_do()) == warnings
    assert left_to_do(deploy=False) == {}
