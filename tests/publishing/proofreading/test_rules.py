"""Each rule finds what it is for, on its line, and nothing else."""

import pytest

from clinic_site.pages.models import Page
from clinic_site.publishing.proofreading.findings import Proof
from clinic_site.publishing.proofreading.rules import proofread
from faq.models import Question
from tests.conftest import text_of

FIRST_LINE = 6
SHORT = "You may ache a bit."
LONG = "You " + "may " * 20 + "ache."


def findings(body):
    proof = Proof("pages/a.md", Page, text_of(Page, body=body))
    return [(finding.line - FIRST_LINE + 1, finding.rule) for finding in proofread(proof)]


def test_plain_text_has_no_findings():
    assert findings(f"{SHORT}\n\n## Numbers\n\nYou: 16 out of 100 treatments bled. [@A1]") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{SHORT}\n\n{LONG}", [(3, "long-sentence")]),
        ("Doctors see needles. " * 14, [(1, "you"), (1, "long-paragraph")]),
        (f"{SHORT}\n\n## Part\n\n" + "You ache. It ends.\n\n" * 31, [(3, "headings")]),
        ("One. Two. Three. You.", [(1, "long-paragraph")]),
        ("\n".join(["You can:", "", *["- rest"] * 8]), [(10, "long-list")]),
        ("You: 16 out of 100 treatments bled.", [(1, "uncited-number")]),
        ("Your pain fell by 1.5 points.", [(1, "uncited-number")]),
        ("You, 30% of all.", [(1, "uncited-number")]),
        ("You: 1 out of 100. [@A1]\n\nYou: 3 out of 1,000.", []),
        ("You: 1 out of 1,000. [@A1]\n\nYou: 3 out of 1,000.", []),
        (
            "You: 1 out of 100. [@A1]\n\nYou: 3 out of 10.\n\nYou: 2 out of 1,000, 1 out of 1,000.",
            [(3, "denominator"), (5, "denominator")],
        ),
        ("You get a reset.", [(1, "banned")]),
        ("It cures you.", [(1, "banned")]),
        ("You can obscure it.", []),
        ("You read 10.1000/182 there.", [(1, "bare-doi")]),
        ("At our clinic you come for 4 trials.", []),
    ],
)
def test_rule_finds_its_case_only(body, expected):
    assert findings(body) == expected


def test_summary_and_short_answer_are_read_too(topics):
    text = text_of(Question).replace("It can ache for a moment.", LONG)
    text = text.replace("What this page says.", "It cures you.")
    found = proofread(Proof("faq/a.md", Question, text))
    assert [(finding.line, finding.rule) for finding in found] == [
        (3, "banned"),
        (5, "long-sentence"),
    ]


def test_hard_words_raise_both_grades():
    hard = "You characteristically experience immediate neurophysiological sensitisation."
    assert [rule for _, rule in findings(hard)] == ["reading-grade", "reading-grade"]


def test_finding_names_file_line_and_remedy():
    [finding] = proofread(Proof("pages/a.md", Page, text_of(Page, body="It cures you.")))
    assert (finding.where, finding.line, finding.message) == (
        "pages/a.md",
        6,
        "“cure” promises. Say how much better, for how long and how sure.",
    )
