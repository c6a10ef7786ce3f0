"""From rows to files: newer files survive, and the way back is exact."""

import shutil

import pytest

from articles.models import Article
from articles.models import Topic as ArticleTopic
from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from clinic_site.publishing.exporting import export_content
from clinic_site.publishing.importing import import_content
from clinic_site.publishing.models import Reference, Term
from tests.conftest import text_of

from .content_folder import files_of, outcome, page_file, staff_edit, write


@pytest.mark.django_db
def test_conflict_can_be_decided_for_the_database(folder):
    page_file(folder)
    import_content(folder)
    staff_edit(title="By staff")
    page_file(folder, title="By git")
    assert outcome(export_content(folder))[0] == {"in conflict": 1}
    assert outcome(export_content(folder, prefer_database=True)) == ({"written": 1}, [])
    assert "title: By staff" in (folder / "pages/about.md").read_text()
    assert any("By git" in revision.text for revision in Page.objects.get().revisions)
    assert outcome(import_content(folder)) == ({"unchanged": 1}, [])


@pytest.mark.django_db
def test_export_keeps_a_file_that_is_newer_than_its_row(folder):
    page_file(folder, title="Old")
    import_content(folder)
    page_file(folder, title="New in git")
    report = export_content(folder)
    assert outcome(report)[0] == {"kept as edited in the file (import it first)": 1}
    assert "New in git" in (folder / "pages/about.md").read_text()


@pytest.mark.django_db
def test_export_shows_git_exactly_what_staff_changed(folder):
    page_file(folder)
    import_content(folder)
    export_content(folder)
    before = (folder / "pages/about.md").read_text().splitlines()
    staff_edit(title="By staff")
    assert outcome(export_content(folder)) == ({"written": 1}, [])
    after = (folder / "pages/about.md").read_text().splitlines()
    changed = [line for line in after if line not in before]
    assert [line.split(":")[0] for line in changed] == ["title", "updated"]


@pytest.mark.django_db
def test_withdrawn_page_stays_withdrawn_through_export_and_import(folder):
    page_file(folder)
    import_content(folder)
    editing.withdraw(Page.objects.get())
    export_content(folder)
    Page.objects.all().delete()
    import_content(folder)
    assert Page.objects.get().state == "Withdrawn"


@pytest.mark.django_db
def test_export_keeps_entries_that_are_newer_in_the_file(folder):
    write(folder, "glossary.yaml", "knot:\n  term: knot\n  meaning: Old.\n")
    import_content(folder)
    newer = "knot:\n  term: knot\n  meaning: New.\nsham:\n  term: sham\n  meaning: Pretend.\n"
    write(folder, "glossary.yaml", newer)
    Term.objects.create(slug="ache", term="ache", meaning="A dull pain.")
    export_content(folder)
    assert (folder / "glossary.yaml").read_text() == (
        "ache:\n  term: ache\n  meaning: A dull pain.\n" + newer
    )


@pytest.mark.django_db
def test_export_wipe_import_export_gives_the_same_bytes(folder, tmp_path_factory, settings):
    first = tmp_path_factory.mktemp("first")
    shutil.copytree(settings.BASE_DIR / "content" / "images", first / "images")
    settings.CONTENT_DIR = first
    import_content(settings.BASE_DIR / "content")
    staff_edit(title="By staff", body="Words with “quotes”: and a colon.")
    editing.withdraw(Page.objects.get(slug="privacy"))
    export_content(first)
    for model in (Article, Page, ArticleTopic, Reference, Term):
        model.objects.all().delete()
    assert outcome(import_content(first))[1] == []
    second = tmp_path_factory.mktemp("second")
    shutil.copytree(first / "images", second / "images")
    export_content(second)
    assert files_of(second) == files_of(first)


@pytest.mark.django_db
def test_shipped_content_is_canonical(tmp_path, settings):
    import_content(settings.CONTENT_DIR)
    export_content(tmp_path)
    shipped = files_of(settings.CONTENT_DIR)
    assert {path: shipped[path] for path in files_of(tmp_path)} == files_of(tmp_path)


@pytest.mark.django_db
def test_export_elsewhere_is_a_copy_and_changes_no_decision(folder, tmp_path_factory):
    page_file(folder)
    import_content(folder)
    staff_edit(title="By staff")
    export_content(tmp_path_factory.mktemp("backup"))
    assert outcome(import_content(folder)) == ({"kept as edited in the admin": 1}, [])
    assert Page.objects.get().title == "By staff"


@pytest.mark.django_db
def test_conflict_with_a_draft_can_be_decided_for_the_database(folder):
    page_file(folder, title="Old")
    import_content(folder)
    editing.save_draft(Page.objects.get(), text=text_of(Page, title="Draft"))
    page_file(folder, title="By git")
    assert outcome(export_content(folder))[0] == {"in conflict": 1}
    assert outcome(export_content(folder, prefer_database=True)) == ({"written": 1}, [])
    assert outcome(import_content(folder)) == ({"kept as edited in the admin": 1}, [])
    page = Page.objects.get()
    assert (page.title, "Draft" in page.latest_revision.text) == ("Old", True)
    assert any("By git" in revision.text for revision in page.revisions)


@pytest.mark.django_db
def test_export_that_cannot_write_agrees_to_nothing(folder, monkeypatch):
    write(folder, "glossary.yaml", "knot:\n  term: knot\n  meaning: Old.\n")
    import_content(folder)
    Term.objects.update(meaning="By staff.")

    def full_disk(*args):
        raise OSError("No space left on device")

    monkeypatch.setattr("clinic_site.publishing.exporting.write", full_disk)
    with pytest.raises(OSError, match="No space left"):
        export_content(folder)
    import_content(folder)
    assert Term.objects.get().meaning == "By staff."
