"""import_content and export_content on the command line: words, and an honest exit status."""

import pytest
from django.core.management import CommandError, call_command

from clinic_site.pages.models import Page
from clinic_site.publishing import texts
from tests.conftest import LONG_AGO, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "pages").mkdir()
    return tmp_path


def run(capsys, name, *arguments):
    """The exit status of a command, and what it wrote to each stream."""
    status = 0
    try:
        call_command(name, *map(str, arguments))
    except SystemExit as stop:
        status = stop.code
    written = capsys.readouterr()
    return status, written.out, written.err


def test_clean_import_says_what_it_did(folder, capsys):
    (folder / "pages/about.md").write_text(text_of(Page, published=LONG_AGO))
    assert run(capsys, "import_content", "--root", folder) == (0, "Imported: 1 created.\n", "")
    assert run(capsys, "import_content", "--root", folder) == (0, "Imported: 1 unchanged.\n", "")


def test_findings_name_file_line_and_remedy(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    (folder / "pages/good.md").write_text(text_of(Page, published=LONG_AGO))
    (folder / "pages/bad.md").write_text(text_of(Page, titel="x"))
    assert run(capsys, "import_content", "--root", folder) == (
        1,
        "Imported: 1 with errors, 1 created.\n",
        "pages/bad.md:4: The key `titel` is not known. Did you mean `title`?\n",
    )


def test_dry_run_says_so_and_changes_nothing(folder, capsys):
    (folder / "pages/about.md").write_text(text_of(Page, published=LONG_AGO))
    assert run(capsys, "import_content", "--root", folder, "--dry-run") == (
        0,
        "Would import: 1 created.\n",
        "",
    )
    assert Page.objects.count() == 0


def test_export_writes_and_says_so(folder, make_live, capsys):
    make_live(Page, "about")
    export = ("export_content", "--root", folder, folder / "pages")
    assert run(capsys, *export) == (0, "Exported: 1 written.\n", "")
    assert run(capsys, *export) == (0, "Exported: 1 unchanged.\n", "")
    assert (folder / "pages/about.md").read_text() == texts.to_text(Page.objects.get())


def test_missing_path_is_refused_in_one_sentence(folder):
    missing = folder / "pages/none.md"
    with pytest.raises(CommandError) as refused:
        call_command("import_content", str(missing), root=folder)
    assert str(refused.value) == f"There is no file or folder {missing}. Check the path."


@pytest.mark.parametrize("command", ["import_content", "export_content"])
def test_path_outside_the_folder_is_refused_in_one_sentence(folder, command, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    with pytest.raises(CommandError) as refused:
        call_command(command, str(outside), root=folder)
    assert str(refused.value) == f"{outside} is not in the content folder {folder}."
