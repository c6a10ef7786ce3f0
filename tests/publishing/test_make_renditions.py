"""Pictures from before there were renditions get theirs, and their pages show them."""

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command

from articles.models import Article
from clinic_site.images.keeping import keep
from clinic_site.images.models import Picture
from clinic_site.images.uploads import read_picture
from clinic_site.publishing import editing
from clinic_site.publishing.facts import current_facts
from tests.images.making import picture, uploaded


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def old_pictures(db):
    """Two pictures without renditions, as they were kept before."""
    uploads = [read_picture(uploaded(picture(colour=colour))) for colour in ("red", "blue")]
    for upload in uploads:
        keep(upload, alt_text="A knee")
    Picture.objects.update(renditions=[])
    return list(Picture.objects.order_by("pk"))


def test_picture_without_renditions_gets_them_on_its_page(old_pictures, make_live):
    article = make_live(Article, "knees", body=old_pictures[0].as_markdown())
    editing.refresh_renderings(current_facts())
    call_command("make_renditions")
    shown = []
    for body in (article.body_html, Article.objects.get().body_html):
        shown.append("<source" in body)
    assert shown == [False, True]
    assert Picture.objects.filter(renditions=[]).count() == 0


def test_picture_with_renditions_is_left_alone_unless_all_are_asked_for(old_pictures, capsys):
    call_command("make_renditions")
    capsys.readouterr()
    call_command("make_renditions")
    assert capsys.readouterr().out == ""
    call_command("make_renditions", "--all")
    assert capsys.readouterr().out.count(" of 2: ") == 2


def test_picture_that_cannot_be_read_is_named_and_the_others_are_made(old_pictures, capsys):
    lost, _ = old_pictures
    default_storage.delete(lost.file.name)
    call_command("make_renditions")
    sentence = f"{lost.name} cannot be read, and stays as it is. Replace it in the picture library."
    assert capsys.readouterr().out.count(sentence) == 1
    assert list(Picture.objects.filter(renditions=[])) == [lost]
