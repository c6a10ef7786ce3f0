"""Uploaded pictures leave for the content folder and come back from it."""

import shutil

import pytest
from django.core.files.storage import default_storage

from articles.models import Article
from clinic_site.images import stored
from clinic_site.images.keeping import keep, replace
from clinic_site.images.models import NO_ALT_TEXT, Picture
from clinic_site.images.uploads import read_picture
from clinic_site.publishing.exporting import export_content
from clinic_site.publishing.importing import import_content

from . import making


@pytest.fixture
def folder(settings, tmp_path_factory):
    settings.CONTENT_DIR = tmp_path_factory.mktemp("content")
    return settings.CONTENT_DIR


@pytest.fixture
def picture(db):
    upload = read_picture(making.uploaded(making.picture()))
    return keep(upload, alt_text="A room", credit="Ann")


def forget(picture):
    Picture.objects.all().delete()
    stored.delete(picture.paths)


def tree(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def red():
    return read_picture(making.uploaded(making.picture(colour="red")))


def test_exported_picture_and_its_page_come_back(
    picture, make_live, folder, django_capture_on_commit_callbacks
):
    make_live(Article, "room", body=f'![A room]({picture.name} "Our room")')
    export_content(folder)
    content = (folder / "images" / picture.name).read_bytes()
    kept = (picture.name, picture.alt_text, picture.credit, picture.width, picture.height)
    Article.objects.all().delete()
    forget(picture)
    with django_capture_on_commit_callbacks(execute=True):
        assert import_content(folder).problems == []
    back = Picture.objects.get()
    assert (back.name, back.alt_text, back.credit, back.width, back.height) == kept
    assert stored.read(back.file.name) == content
    assert [made["width"] for made in back.renditions] == [60, 60, 60]
    assert all(default_storage.exists(path) for path in back.paths)
    assert Article.objects.published().count() == 1


def test_dry_run_accepts_the_picture_and_leaves_no_file(
    picture, make_live, folder, media, django_capture_on_commit_callbacks
):
    make_live(Article, "room", body=f'![A room]({picture.name} "Our room")')
    export_content(folder)
    Article.objects.all().delete()
    forget(picture)
    with django_capture_on_commit_callbacks(execute=True):
        report = import_content(folder, dry_run=True)
    assert (report.problems, report.counts["created"]) == ([], 2)
    assert [path for path in media.rglob("*") if path.is_file()] == []


def test_export_import_and_export_again_gives_the_same_files(
    picture, folder, django_capture_on_commit_callbacks
):
    decorative = keep(red(), is_decorative=True)
    replace(picture, read_picture(making.uploaded(making.picture(colour="blue"))))
    export_content(folder)
    before = tree(folder)
    for kept in (picture, decorative):
        forget(kept)
    with django_capture_on_commit_callbacks(execute=True):
        assert import_content(folder).problems == []
    shutil.rmtree(folder)
    export_content(folder)
    assert tree(folder) == before
    assert Picture.objects.get(is_decorative=True).alt_text == ""


def test_entry_of_before_replacements_is_read(picture, folder):
    export_content(folder)
    entry = f"{picture.name}:\n  alt_text: A room\n  credit: Ann\n"
    assert (folder / "pictures.yaml").read_text() == entry


def test_replaced_picture_is_taken_from_the_folder(
    picture, folder, tmp_path_factory, django_capture_on_commit_callbacks
):
    old = picture.paths
    replace(picture, red())
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    export_content(elsewhere)
    replace(picture, read_picture(making.uploaded(making.picture())))
    export_content(folder)
    shutil.copytree(elsewhere, folder, dirs_exist_ok=True)
    with django_capture_on_commit_callbacks(execute=True):
        assert import_content(folder).problems == []
    back = Picture.objects.get()
    assert (back.name, back.file.name) == (picture.name, red().path)
    assert {path: default_storage.exists(path) for path in old | back.paths} == {
        **dict.fromkeys(old, False),
        **dict.fromkeys(back.paths, True),
    }


def test_replaced_picture_replaces_its_exported_file(picture, folder):
    export_content(folder)
    replace(picture, red())
    export_content(folder)
    assert (folder / "images" / picture.name).read_bytes() == red().content


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ("credit: Ann", NO_ALT_TEXT),
        ("is_decorative: perhaps", "This is not a yes or no. Write true or false."),
        ("is_decorative: true\n  version: ../../secret", "Enter a valid value."),
    ],
)
def test_entry_that_cannot_be_is_an_error(db, folder, entry, sentence):
    (folder / "pictures.yaml").write_text(f"0123456789abcdef0123.webp:\n  {entry}\n")
    [(_, problem)] = import_content(folder).problems
    assert problem.message.endswith(sentence)
    assert Picture.objects.count() == 0


def test_name_that_leads_elsewhere_is_an_error(db, folder):
    (folder / "pictures.yaml").write_text("../secret.webp:\n  alt_text: A room\n")
    [(_, problem)] = import_content(folder).problems
    assert problem.message == "`../secret.webp`: This is not a name of the picture library."


def test_changed_alt_text_keeps_the_picture(picture, folder):
    export_content(folder)
    entries = folder / "pictures.yaml"
    entries.write_text(entries.read_text().replace("A room", "A bright room"))
    import_content(folder)
    back = Picture.objects.get()
    assert (back.alt_text, back.file.name) == ("A bright room", picture.file.name)


@pytest.mark.parametrize("content", [None, b"no picture", making.picture(image_format="WEBP")])
def test_missing_or_exchanged_picture_is_an_error(picture, folder, content):
    export_content(folder)
    Picture.objects.all().delete()
    path = folder / "images" / picture.name
    path.unlink() if content is None else path.write_bytes(content)
    [(path, problem)] = import_content(folder).problems
    name = picture.name
    assert problem.message.startswith(f"`{name}`: The picture images/{name} ")
    assert path.name == "pictures.yaml"
    assert Picture.objects.count() == 0
