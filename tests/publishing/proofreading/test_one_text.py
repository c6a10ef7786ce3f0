"""What is found in one text stands where its writer looks for it."""

import pytest

from clinic_site.pages.models import Page
from clinic_site.publishing.proofreading.one_text import check_text
from faq.models import Question
from tests.conftest import text_of

SHORT = "You may ache a bit."
LONG = "You " + "may " * 20 + "ache."


def found(model, text):
    return [
        (finding.field, finding.line, finding.message.split(".")[0], finding.is_error)
        for finding in check_text(model, text)
    ]


def test_plain_text_has_no_findings(topics):
    assert found(Page, text_of(Page, body=SHORT)) == []


@pytest.mark.parametrize(
    ("body", "line", "message", "is_error"),
    [
        ("You: [@A1].", 1, 'There is no reference "A1"', True),
        (f"{SHORT}\n\n{LONG}", 3, f"A sentence has 22 words: “{LONG[:60]}…” Make two of it", True),
        ("One. Two. Three. You.", 1, "A paragraph has more than 3 sentences", False),
        (f"{SHORT}\n\nYou: a sham.", 3, "“sham” is not in the glossary", True),
    ],
)
def test_finding_is_on_its_line_of_the_text(topics, body, line, message, is_error):
    text = text_of(Page, body=body)
    assert found(Page, text) == [("text", line, message, is_error)]


def test_finding_outside_the_text_names_its_field(topics):
    text = text_of(Question, body=SHORT, related="[faq:none]")
    text = text.replace("It can ache for a moment.", "It is a cure.")
    assert found(Question, text) == [
        ("related", 1, "There is no item faq:none", True),
        ("short answer", 1, "“cure” promises", True),
    ]


def test_text_that_cannot_be_read_says_so(topics):
    assert found(Page, "---\ntitle: A\nsumary: B\n---\nC") == [
        ("whole text", 1, "`summary`: A value is missing", True),
        ("whole text", 3, "The key `sumary` is not known", True),
    ]
