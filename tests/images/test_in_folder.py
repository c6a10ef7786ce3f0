"""Uploaded pictures leave for the content folder and come back from it."""

import pytest

from articles.models import Article
from clinic_site.images.keeping import keep
from clinic_site.images.models import Picture
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
    picture.file.storage.delete(picture.file.name)


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
    with back.file.open() as file:
        assert file.read() == content
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
