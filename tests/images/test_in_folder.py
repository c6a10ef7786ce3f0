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
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("content")


@pytest.fixture
def picture(db):
    upload = read_picture(making.uploaded(making.picture()))
    return keep(upload, alt_text="A room", credit="Ann")


def test_exported_picture_and_its_page_come_back(picture, make_live, folder):
    make_live(Article, "room", body=f'![A room]({picture.name} "Our room")')
    export_content(folder)
    content = (folder / "images" / picture.name).read_bytes()
    kept = (picture.name, picture.alt_text, picture.credit, picture.width, picture.height)
    Article.objects.all().delete()
    Picture.objects.all().delete()
    picture.file.storage.delete(picture.file.name)
    assert import_content(folder).problems == []
    back = Picture.objects.get()
    assert (back.name, back.alt_text, back.credit, back.width, back.height) == kept
    with back.file.open() as file:
        assert file.read() == content
    assert Article.objects.published().count() == 1


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
    assert problem.message.startswith(f"The picture images/{picture.name}")
    assert path.name == "pictures.yaml"
    assert Picture.objects.count() == 0
