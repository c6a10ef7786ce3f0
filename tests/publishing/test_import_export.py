"""Files and rows both ways: nothing is overwritten, nothing is lost."""

import shutil

import pytest

from articles.models import Article
from articles.models import Topic as ArticleTopic
from clinic_site.pages.models import Page
from clinic_site.publishing import editing, texts
from clinic_site.publishing.exporting import export_content
from clinic_site.publishing.importing import import_content
from clinic_site.publishing.models import Reference, Revision, Term
from clinic_site.publishing.syncing import CONFLICT
from tests.conftest import LONG_AGO, text_of

LIVE = {"published": LONG_AGO}


@pytest.fixture
def folder(tmp_path, settings):
    (tmp_path / "pages").mkdir()
    (tmp_path / "articles").mkdir()
    settings.CONTENT_DIR = tmp_path
    return tmp_path


def write(folder, path, text):
    (folder / path).write_text(text, encoding="utf-8")


def page_file(folder, slug="about", **text):
    write(folder, f"pages/{slug}.md", text_of(Page, **LIVE, **text))


def outcome(report):
    return dict(report.counts), [(path.name, p.line, p.message) for path, p in report.problems]


def staff_edit(slug="about", **text):
    page = Page.objects.get(slug=slug)
    editing.save_draft(page, text=text_of(Page, **text))
    editing.publish(page)
    return page


def files_of(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


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
def test_withdrawn_page_stays_withdrawn_through_export_and_import(folder):
    page_file(folder)
    import_content(folder)
    editing.withdraw(Page.objects.get())
    export_content(folder)
    Page.objects.all().delete()
    import_content(folder)
    assert Page.objects.get().state == "Withdrawn"


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
def test_link_to_a_page_that_is_not_public_is_refused(folder, make_draft):
    make_draft(Page, "draft")
    page_file(folder, body="See [the draft](pages:draft).")
    counts, [(name, _, message)] = outcome(import_content(folder))
    assert (counts, name) == ({"with errors": 1}, "about.md")
    assert "pages:draft" in message
