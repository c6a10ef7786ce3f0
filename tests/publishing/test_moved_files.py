"""Files of a page whose address changed: nothing comes back, nothing is lost."""

import pytest

from clinic_site.pages.models import Page
from clinic_site.publishing import editing, texts
from clinic_site.publishing.exporting import export_content
from clinic_site.publishing.importing import import_content
from clinic_site.publishing.models import FormerAddress
from tests.conftest import text_of

from .content_folder import LIVE, files_of, outcome, page_file, write


@pytest.fixture
def moved(db, folder):
    """The folder of a page that was imported as about.md and moved to /who-we-are/."""
    page_file(folder, title="About us")
    import_content(folder)
    editing.move(Page.objects.get(), slug="who-we-are")
    return folder


def test_export_renames_the_file(moved):
    assert outcome(export_content(moved)) == ({"written": 1}, [])
    assert [path.name for path in (moved / "pages").iterdir()] == ["who-we-are.md"]
    assert "formerly:\n- about\n" in (moved / "pages/who-we-are.md").read_text()


def test_file_of_the_old_address_brings_no_second_page(moved):
    assert outcome(import_content(moved)) == ({"unchanged": 1}, [])
    assert list(Page.objects.values_list("slug", flat=True)) == ["who-we-are"]


def test_changed_file_of_the_old_address_is_refused_and_kept(moved):
    page_file(moved, title="Changed in git")
    message = "This page moved. Put the text into who-we-are.md and delete this file."
    assert outcome(import_content(moved)) == ({"with errors": 1}, [("about.md", 1, message)])
    export_content(moved)
    assert "Changed in git" in (moved / "pages/about.md").read_text()
    assert Page.objects.get().title == "About us"


def test_file_of_the_old_address_that_cannot_be_read_is_reported_and_kept(moved):
    write(moved, "pages/about.md", "No front matter.")
    message = "The front matter is missing. Start the file with a block between `---`."
    assert outcome(export_content(moved)) == ({"written": 1}, [("about.md", 1, message)])
    assert (moved / "pages/about.md").read_text() == "No front matter."
    page = Page.objects.get()
    assert page.synced_digest == texts.digest(texts.to_text(page))


def test_old_address_stays_when_the_file_of_the_new_one_does_not_name_it(moved):
    (moved / "pages/about.md").unlink()
    page_file(moved, "who-we-are", title="Changed in git")
    assert outcome(import_content(moved, prefer_file=True)) == ({"updated": 1}, [])
    page = Page.objects.get()
    assert (page.title, FormerAddress.objects.item_at(Page, "about")) == ("Changed in git", page)
    export_content(moved)
    assert "formerly:\n- about\n" in (moved / "pages/who-we-are.md").read_text()


def test_old_addresses_survive_export_and_import(moved):
    export_content(moved)
    before = files_of(moved)
    Page.objects.all().delete()
    FormerAddress.objects.all().delete()
    import_content(moved)
    assert FormerAddress.objects.item_at(Page, "about") == Page.objects.get()
    export_content(moved)
    assert files_of(moved) == before


def test_two_pages_cannot_have_been_at_one_address(moved):
    text = text_of(Page, **LIVE, formerly="[about]")
    write(moved, "pages/other.md", text)
    problems = [problem.message for _, problem in import_content(moved).problems]
    assert problems == ["`formerly`: about leads to “About us” already. Take it out."]
    assert not Page.objects.filter(slug="other").exists()


@pytest.mark.parametrize(
    ("formerly", "mistake"),
    [
        ("[team]", "team is the address of “Our team”."),
        ("[other]", "other is the address of “A page”."),
        ("[../team]", "../team is no address."),
    ],
)
def test_former_address_that_is_none_is_refused(db, folder, formerly, mistake):
    page_file(folder, "team", title="Our team")
    import_content(folder)
    page_file(folder, "other", formerly=formerly)
    page_file(folder, "third")
    report = import_content(folder)
    assert outcome(report) == (
        {"created": 1, "unchanged": 1, "with errors": 1},
        [("other.md", 1, f"`formerly`: {mistake} Take it out.")],
    )


def test_former_address_that_is_given_twice_is_one(db, folder):
    page_file(folder, formerly="[old, old]")
    assert outcome(import_content(folder)) == ({"created": 1}, [])
    assert FormerAddress.objects.get().slug == "old"
