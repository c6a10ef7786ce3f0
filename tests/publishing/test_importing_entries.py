"""Entries of YAML files: sources, glossary terms and topics."""

import pytest

from clinic_site.pages.models import Page
from clinic_site.publishing.exporting import export_content
from clinic_site.publishing.importing import import_content
from clinic_site.publishing.models import Reference, Revision, Term
from clinic_site.publishing.syncing import CONFLICT
from tests.conftest import text_of

from .content_folder import outcome, page_file, write


@pytest.mark.django_db
def test_entries_are_created_updated_and_kept(folder):
    source = "A2020:\n  year: 2020\n  title: {}\n"
    write(folder, "references.yaml", source.format("First"))
    assert outcome(import_content(folder)) == ({"created": 1}, [])
    write(folder, "references.yaml", source.format("Second"))
    assert outcome(import_content(folder)) == ({"updated": 1}, [])
    Reference.objects.update(title="By staff")
    assert outcome(import_content(folder)) == ({"kept as edited in the admin": 1}, [])
    write(folder, "references.yaml", source.format("Third"))
    counts, [(name, _, message)] = outcome(import_content(folder))
    assert (counts, name, message) == (
        {"in conflict": 1},
        "references.yaml",
        f"`A2020`: {CONFLICT}",
    )
    assert Reference.objects.get().title == "By staff"


@pytest.mark.django_db
def test_bad_entry_is_named_and_the_others_imported(folder):
    write(
        folder,
        "glossary.yaml",
        "knot:\n  term: knot\n  meaning: A sore spot.\nsham:\n  word: sham\n",
    )
    counts, problems = outcome(import_content(folder))
    assert counts == {"with errors": 1, "created": 1}
    assert problems[0][:2] == ("glossary.yaml", 4)
    assert Term.objects.get().term == "knot"


@pytest.mark.django_db
def test_changed_term_renders_the_pages_anew(folder):
    page_file(folder, body="A knot can ache.")
    glossary = "knot:\n  term: knot\n  meaning: {}\n"
    write(folder, "glossary.yaml", glossary.format("A sore spot."))
    import_content(folder)
    write(folder, "glossary.yaml", glossary.format("A tender place."))
    import_content(folder)
    html = Page.objects.get().body_html
    assert ("A tender place." in html, "A sore spot." in html) == (True, False)


@pytest.mark.django_db
def test_entry_that_lost_a_conflict_is_kept(folder):
    source = "A2020:\n  title: {}\n"
    write(folder, "references.yaml", source.format("First"))
    import_content(folder)
    Reference.objects.update(title="By staff")
    write(folder, "references.yaml", source.format("By git"))
    import_content(folder, prefer_file=True)
    Reference.objects.update(title="By staff again")
    write(folder, "references.yaml", source.format("By git again"))
    export_content(folder, prefer_database=True)
    kept = " ".join(Revision.objects.values_list("text", flat=True))
    assert [words in kept for words in ("By staff", "By git again")] == [True, True]


@pytest.mark.django_db
def test_odd_files_and_entries_are_named_and_stop_nothing(folder):
    page_file(folder, "good")
    (folder / "pages/folder.md").mkdir()
    (folder / "pages/dangling.md").symlink_to(folder / "nowhere")
    page_file(folder, "x" * 120)
    page_file(folder, "search")
    write(folder, "pages/early.md", text_of(Page, published="0001-01-01 00:00:00+14:00"))
    twice = "a:\n  term: knot\n  meaning: One.\nb:\n  term: knot\n  meaning: Two.\n"
    write(folder, "glossary.yaml", twice)
    counts, problems = outcome(import_content(folder))
    assert counts == {"created": 2, "with errors": 6}
    assert {name for name, _, _ in problems} == {
        "glossary.yaml",
        "search.md",
        "folder.md",
        "dangling.md",
        "early.md",
        f"{'x' * 120}.md",
    }


@pytest.mark.django_db
def test_broken_file_forgets_no_agreement(folder):
    entry = "knot:\n  term: knot\n  meaning: {}\n"
    write(folder, "glossary.yaml", entry.format("Old."))
    import_content(folder)
    write(folder, "glossary.yaml", entry.format("Old: broken."))
    import_content(folder)
    write(folder, "glossary.yaml", entry.format("New."))
    assert outcome(import_content(folder)) == ({"updated": 1}, [])
