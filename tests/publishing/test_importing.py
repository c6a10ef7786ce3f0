"""From files to rows: staff's edits survive, bad files stop nothing."""

import pytest

from clinic_site.pages.models import Page
from clinic_site.publishing import editing, texts
from clinic_site.publishing.importing import import_content
from clinic_site.publishing.models import Revision, Term
from clinic_site.publishing.syncing import CONFLICT
from tests.conftest import LONG_AGO, text_of

from .content_folder import LIVE, outcome, page_file, staff_edit, write


@pytest.mark.django_db
def test_new_file_becomes_a_live_page(folder):
    page_file(folder, title="About us")
    assert outcome(import_content(folder)) == ({"created": 1}, [])
    page = Page.objects.published().get()
    assert (page.slug, page.title, page.published_at) == ("about", "About us", LONG_AGO)
    assert page.latest_revision.note == "Imported from about.md"


@pytest.mark.django_db
def test_file_without_a_date_becomes_a_draft(folder):
    write(folder, "pages/about.md", text_of(Page))
    import_content(folder)
    assert Page.objects.get().state == "Draft"


@pytest.mark.django_db
def test_second_import_changes_nothing(folder):
    page_file(folder)
    import_content(folder)
    before = Page.objects.values().get()
    assert outcome(import_content(folder)) == ({"unchanged": 1}, [])
    assert (Page.objects.values().get(), Revision.objects.count()) == (before, 1)


@pytest.mark.django_db
def test_changed_file_updates_the_row(folder):
    page_file(folder, title="Old")
    import_content(folder)
    page_file(folder, title="New")
    assert outcome(import_content(folder)) == ({"updated": 1}, [])
    assert Page.objects.get().title == "New"


@pytest.mark.django_db
def test_staff_edit_survives_an_import(folder):
    page_file(folder)
    import_content(folder)
    staff_edit(title="By staff")
    assert outcome(import_content(folder)) == ({"kept as edited in the admin": 1}, [])
    assert Page.objects.get().title == "By staff"


@pytest.mark.django_db
def test_unpublished_draft_survives_an_import(folder):
    page_file(folder)
    import_content(folder)
    editing.save_draft(Page.objects.get(), text=text_of(Page, title="Draft of staff"))
    page_file(folder, title="File")
    assert outcome(import_content(folder))[0] == {"in conflict": 1}
    assert "Draft of staff" in Page.objects.get().latest_revision.text


@pytest.mark.django_db
def test_conflict_is_reported_and_both_texts_are_kept(folder):
    page_file(folder)
    import_content(folder)
    staff_edit(title="By staff")
    page_file(folder, title="By git")
    for _ in range(2):
        assert outcome(import_content(folder)) == (
            {"in conflict": 1},
            [("about.md", 1, CONFLICT)],
        )
    page = Page.objects.get()
    assert page.title == "By staff"
    kept = page.revisions.get(is_conflict=True)
    assert texts.read(Page, kept.text).values["title"] == "By git"


@pytest.mark.django_db
def test_conflict_can_be_decided_for_the_file(folder):
    page_file(folder)
    import_content(folder)
    staff_edit(title="By staff")
    page_file(folder, title="By git")
    assert outcome(import_content(folder, prefer_file=True)) == ({"updated": 1}, [])
    page = Page.objects.get()
    assert page.title == "By git"
    assert any("By staff" in revision.text for revision in page.revisions)


@pytest.mark.django_db
def test_files_with_other_line_ends_are_the_same_text(folder):
    page_file(folder)
    import_content(folder)
    path = folder / "pages/about.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert outcome(import_content(folder)) == ({"unchanged": 1}, [])


@pytest.mark.django_db
def test_missing_file_deletes_nothing(folder):
    page_file(folder)
    import_content(folder)
    (folder / "pages/about.md").unlink()
    assert outcome(import_content(folder)) == ({}, [])
    assert Page.objects.published().count() == 1


@pytest.mark.django_db
def test_live_page_whose_file_lost_its_date_is_an_error(folder):
    page_file(folder)
    import_content(folder)
    write(folder, "pages/about.md", text_of(Page, title="Other"))
    counts, [(name, line, message)] = outcome(import_content(folder))
    assert (counts, name, line) == ({"with errors": 1}, "about.md", 1)
    assert message.startswith("This page is live, but the file has no `published`.")
    assert Page.objects.get().is_live


@pytest.mark.django_db
def test_bad_files_are_named_and_the_others_imported(folder):
    page_file(folder, "good")
    write(folder, "pages/wrong-key.md", text_of(Page, titel="x", **LIVE))
    write(folder, "pages/citation.md", text_of(Page, body="One.\n\nTwo [@Nobody1999].", **LIVE))
    write(folder, "pages/yaml.md", "---\ntitle: a: b\n---\n\nBody\n")
    write(folder, "pages/Not a slug.md", text_of(Page, **LIVE))
    (folder / "pages/latin.md").write_bytes(b"---\ntitle: \xe9\n---\n")
    counts, problems = outcome(import_content(folder))
    assert counts == {"with errors": 5, "created": 1}
    assert {(name, line) for name, line, _ in problems} == {
        ("Not a slug.md", 1),
        ("citation.md", 9),
        ("latin.md", 1),
        ("wrong-key.md", 4),
        ("yaml.md", 2),
    }
    assert list(Page.objects.values_list("slug", flat=True)) == ["good"]


@pytest.mark.django_db
def test_texts_may_link_to_files_that_come_later(folder):
    page_file(folder, "a", body="See [the other](pages:b).")
    page_file(folder, "b", body="See [the first](pages:a).")
    assert outcome(import_content(folder)) == ({"created": 2}, [])


@pytest.mark.django_db
def test_dry_run_reports_and_changes_nothing(folder):
    page_file(folder)
    write(folder, "glossary.yaml", "knot:\n  term: knot\n  meaning: A sore spot.\n")
    assert outcome(import_content(folder, dry_run=True)) == ({"created": 2}, [])
    assert (Page.objects.count(), Term.objects.count(), Revision.objects.count()) == (0, 0, 0)


@pytest.mark.django_db
def test_only_the_chosen_paths_are_imported(folder):
    page_file(folder, "a")
    page_file(folder, "b")
    import_content(folder, [folder / "pages/b.md"])
    assert list(Page.objects.values_list("slug", flat=True)) == ["b"]


@pytest.mark.django_db
def test_row_whose_file_is_gone_is_the_databases_alone(folder):
    page_file(folder)
    write(folder, "glossary.yaml", "knot:\n  term: knot\n  meaning: A sore spot.\n")
    import_content(folder)
    assert all((Page.objects.get().synced_digest, Term.objects.get().synced_digest))
    (folder / "pages/about.md").unlink()
    write(folder, "glossary.yaml", "{}\n")
    import_content(folder)
    assert (Page.objects.get().synced_digest, Term.objects.get().synced_digest) == ("", "")


@pytest.mark.django_db
def test_link_to_a_page_that_is_not_public_is_refused(folder, make_draft):
    make_draft(Page, "draft")
    page_file(folder, body="See [the draft](pages:draft).")
    counts, [(name, _, message)] = outcome(import_content(folder))
    assert (counts, name) == ({"with errors": 1}, "about.md")
    assert "pages:draft" in message


@pytest.mark.django_db
def test_link_to_a_file_that_stays_a_draft_is_refused(folder):
    write(folder, "pages/draft.md", text_of(Page))
    page_file(folder, body="See [the draft](pages:draft).")
    counts, [(name, _, _)] = outcome(import_content(folder))
    assert (counts, name) == ({"with errors": 1, "created": 1}, "about.md")
