"""One text, checked by itself."""

import pytest

from clinic_site.pages.models import Page
from clinic_site.publishing.facts import current_facts
from clinic_site.publishing.proofreading.reports import check_rows, check_text
from tests.conftest import text_of


def found(text):
    report = check_text("pages:a", Page, text, current_facts())
    return [(finding.line, finding.rule) for finding in report.findings]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("You may ache.", []),
        ("You may have a trigger point.", [(6, "unexplained-word")]),
        ("You may ache. [@Nobody1999]", [(6, "text")]),
    ],
)
def test_text_is_checked_by_rules_and_by_its_rendering(body, expected):
    assert found(text_of(Page, body=body)) == expected


@pytest.mark.django_db
def test_text_that_cannot_be_read_is_an_error_and_not_clean():
    assert found(text_of(Page, body="You may ache.", colour="red")) == [(4, "text")]


def test_row_that_a_new_rule_refuses_is_reported(make_live):
    make_live(Page, "a", body="You may ache.")
    Page.objects.update(summary="x" * 200)
    assert [finding.rule for finding in check_rows().findings] == ["text"]
