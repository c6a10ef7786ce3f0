"""The shipped library keeps its own rules; the command says what does not."""

import json

import pytest
from django.conf import settings
from django.core.management import call_command

from clinic_site.pages.models import Page
from clinic_site.publishing.models import Reference, Revision, Term
from clinic_site.publishing.proofreading.reports import check_files, check_rows
from tests.conftest import LONG_AGO, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def shipped(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return check_files(settings.CONTENT_DIR)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "glossary.yaml").write_text("sham:\n  term: sham\n  meaning: Pretend.\n")
    return tmp_path


def write(folder, slug, **text):
    (folder / f"pages/{slug}.md").write_text(text_of(Page, published=LONG_AGO, **text))


def rules(report):
    return [(finding.where, finding.line, finding.rule) for finding in report.findings]


def run(capsys, *arguments):
    status = 0
    try:
        call_command("check_content", *map(str, arguments))
    except SystemExit as stop:
        status = stop.code
    return status, capsys.readouterr().out


def test_shipped_library_has_no_errors(shipped):
    assert [finding for finding in shipped.findings if finding.is_error] == []


def test_shipped_pages_read_at_the_promised_grades(shipped):
    too_hard = [
        (proof.where, proof.readability)
        for proof in shipped.proofs
        if proof.readability.flesch_kincaid > 6.05 or proof.readability.smog > 8.55
    ]
    assert (too_hard, len(shipped.proofs) > 20) == ([], True)


def test_clean_folder_has_no_findings_and_nothing_is_imported(folder):
    write(folder, "a", title="One", body="You may ache. A sham is pretend.")
    assert rules(check_files(folder)) == []
    assert (Page.objects.count(), Term.objects.count(), Revision.objects.count()) == (0, 0, 0)


def test_texts_are_checked_together(folder):
    (folder / "references.yaml").write_text("A1:\n  title: Never cited\n")
    write(folder, "a", title="Same")
    write(folder, "b", title="same", body="You may have a trigger point.")
    assert rules(check_files(folder)) == [
        ("pages/b.md", 1, "duplicate-title"),
        ("pages/b.md", 7, "unexplained-word"),
        ("references.yaml", 1, "uncited-source"),
    ]


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("16 out of 100 treatments had bleeding", []),
        ("84 out of 100 treatments had no bleeding", []),
        ("18 out of 100 treatments had bleeding", ["other-number"]),
        ("serious bleeding came after less than 1 out of 100", []),
        ("about 37 minor side effects for every 100 treatments", []),
        ("about 40 minor side effects for every 100 treatments", ["other-number"]),
    ],
)
def test_numbers_that_several_pages_give_are_the_same(folder, claim, found):
    (folder / "references.yaml").write_text("A1:\n  title: A study\n")
    write(folder, "a", body=f"You ask how often. [@A1] They say this: {claim}.")
    assert [rule for _, _, rule in rules(check_files(folder))] == found


def test_texts_that_cannot_go_live_are_findings(folder):
    write(folder, "a", body="You see [@Nobody1999].")
    write(folder, "b", titel="x")
    assert rules(check_files(folder)) == [("pages/a.md", 7, "text"), ("pages/b.md", 5, "text")]


def test_chosen_files_only(folder):
    write(folder, "a", body="It cures you.")
    write(folder, "b", body="It cures you.")
    assert rules(check_files(folder, [folder / "pages/b.md"])) == [("pages/b.md", 7, "banned")]


def test_rows_are_checked_as_they_are(make_live):
    Reference.objects.create(key="A1", title="A study")
    make_live(Page, "a", body="It cures you. [@A1]")
    assert rules(check_rows()) == [("pages:a", 7, "banned")]


def test_row_that_a_new_rule_refuses_is_reported(make_live):
    make_live(Page, "a", body="You may ache.")
    Page.objects.update(summary="x" * 200)
    assert [finding.rule for finding in check_rows().findings] == ["text"]


def test_command_prints_findings_a_table_and_an_honest_status(folder, capsys):
    write(folder, "a", body="It cures you.")
    status, output = run(capsys, "--root", folder, "--summary")
    finding, header, row, total = output.splitlines()
    assert (status, finding.split(": ")[:2]) == (1, ["pages/a.md:7", "banned"])
    assert header.split() == ["page", "words", "FK", "SMOG", "mean", "longest", "words/you"]
    assert row.split()[:2] == ["pages/a.md", "3"]
    assert total == "1 pages: 1 errors, 0 warnings."


def test_warnings_alone_are_no_failure(folder, capsys):
    write(folder, "a", body="One. Two. Three. You.")
    status, output = run(capsys, "--root", folder)
    assert (status, output.splitlines()[-1]) == (0, "1 pages: 0 errors, 1 warnings.")


def test_json_holds_findings_and_figures(folder, capsys):
    write(folder, "a", body="It cures you.")
    status, output = run(capsys, "--root", folder, "--format", "json")
    data = json.loads(output)
    assert (status, data["findings"][0]["rule"], data["pages"][0]["words"]) == (1, "banned", 3)
