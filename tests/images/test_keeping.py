"""Row and file of a picture come and go together."""

from html import unescape

import pytest

from articles.models import Article
from clinic_site.images import library
from clinic_site.images.keeping import (
    keep,
    names_in_texts,
    remove,
    renew_renditions,
    replace,
)
from clinic_site.images.models import Picture
from clinic_site.images.shown import Shown
from clinic_site.images.uploads import read_picture
from clinic_site.publishing import editing

from .making import picture, uploaded


@pytest.fixture
def upload():
    return read_picture(uploaded(picture()))


def files(media):
    return {str(path.relative_to(media)) for path in media.rglob("*") if path.is_file()}


def test_kept_picture_has_a_row_and_a_file(db, media, upload):
    kept = keep(upload, alt_text="A knee", credit="Ann Example")
    assert (kept.alt_text, kept.credit, kept.width, kept.height) == (
        "A knee",
        "Ann Example",
        60,
        40,
    )
    assert files(media) == set(upload.files) == kept.paths
    assert {path: (media / path).read_bytes() for path in upload.files} == upload.files


def test_same_picture_twice_is_one_row_and_one_file(db, media, upload):
    first = keep(upload, alt_text="A knee")
    assert keep(upload, alt_text="Another knee") == first
    assert (Picture.objects.get().alt_text, files(media)) == ("A knee", set(upload.files))


def test_file_without_a_row_is_used_again(db, media, upload):
    keep(upload, alt_text="A knee").delete()
    assert keep(upload, alt_text="A knee").file.name == f"pictures/{upload.name}"
    assert files(media) == set(upload.files)


def test_file_that_cannot_be_deleted_is_logged_and_hinders_nothing(
    db, media, upload, caplog, django_capture_on_commit_callbacks
):
    kept = keep(upload, alt_text="A knee")
    path = media / kept.file.name
    path.unlink()
    path.mkdir()
    (path / "a file").touch()
    with django_capture_on_commit_callbacks(execute=True):
        remove(kept)
    assert Picture.objects.count() == 0
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def test_removed_picture_leaves_neither_row_nor_file(
    db, media, upload, django_capture_on_commit_callbacks
):
    kept = keep(upload, alt_text="A knee")
    with django_capture_on_commit_callbacks(execute=True):
        remove(kept)
    assert (Picture.objects.count(), files(media)) == (0, set())


def test_file_stays_until_the_removal_is_certain(db, media, upload):
    remove(keep(upload, alt_text="A knee"))
    assert files(media) == set(upload.files)


@pytest.mark.parametrize(
    "alt_text",
    ["A knee", "Left [of two] *knees* & `x`", "a_b_c", "<b> &lt;", "{{clinic_name}}", "\\"],
)
def test_alt_text_survives_its_line_of_markdown(make_live, upload, alt_text):
    kept = keep(upload, alt_text=alt_text)
    item = make_live(Article, "knees", body=kept.as_markdown())
    shown = item.body_html.split('alt="')[1].split('"')[0]
    assert unescape(shown) == alt_text


def test_library_shows_a_kept_picture(db, upload):
    keep(upload, alt_text="A knee", credit="Ann Example")
    avif, webp, jpeg = (f"/media/{made.path}" for made in upload.renditions)
    assert library.find(upload.name) == Shown(
        svg="",
        url=jpeg,
        width=60,
        height=40,
        credit="Ann Example",
        sources=(("image/avif", f"{avif} 60w"), ("image/webp", f"{webp} 60w")),
    )


def test_picture_without_renditions_is_still_shown(db, upload):
    keep(upload, alt_text="A knee")
    Picture.objects.update(renditions=[])
    shown = library.find(upload.name)
    assert (shown.url, shown.sources) == (f"/media/{upload.path}", ())


def test_replaced_picture_keeps_its_name_and_loses_its_old_files(
    db, media, upload, django_capture_on_commit_callbacks
):
    kept, red = keep(upload, alt_text="A knee"), read_picture(uploaded(picture(colour="red")))
    with django_capture_on_commit_callbacks(execute=True):
        replace(kept, red)
    back = Picture.objects.get()
    assert (back.name, back.version, back.file.name) == (upload.name, red.hash, red.path)
    assert files(media) == set(red.files)


def test_old_files_stay_until_the_replacement_is_certain(db, media, upload):
    red = read_picture(uploaded(picture(colour="red")))
    replace(keep(upload, alt_text="A knee"), red)
    assert files(media) == {*upload.files, *red.files}


def test_files_that_another_picture_shows_stay(
    db, media, upload, django_capture_on_commit_callbacks
):
    kept = keep(upload, alt_text="A knee")
    Picture.objects.create(name="b.webp", file=upload.path, width=60, height=40)
    with django_capture_on_commit_callbacks(execute=True):
        remove(kept)
    assert files(media) == {upload.path}


def test_picture_that_is_put_back_has_no_version(db, upload):
    kept = keep(upload, alt_text="A knee")
    replace(kept, read_picture(uploaded(picture(colour="red"))))
    replace(kept, upload)
    assert (kept.version, kept.file.name) == ("", upload.path)


def test_first_content_of_a_replaced_picture_gets_a_name_of_its_own(db, upload):
    for colour in ("red", "blue"):
        replace(keep(upload), read_picture(uploaded(picture(colour=colour))))
    assert keep(upload).name == f"{upload.hash}-3.webp"
    assert keep(upload).version == upload.hash
    assert Picture.objects.count() == 3


def test_renditions_are_made_anew_from_what_was_kept(
    db, media, upload, django_capture_on_commit_callbacks
):
    kept = keep(upload, alt_text="A knee")
    Picture.objects.update(renditions=[])
    kept.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        renew_renditions(kept)
    assert [made["width"] for made in kept.renditions] == [60, 60, 60]
    assert (kept.file.name, kept.version) == (upload.path, "")
    assert kept.paths <= files(media)


def test_names_in_texts_are_those_that_texts_show(make_live, make_draft, upload):
    kept = keep(upload, alt_text="A knee")
    as_image, only_entry = (
        keep(read_picture(uploaded(picture(colour=colour))), alt_text="A foot")
        for colour in ("red", "blue")
    )
    make_live(Article, "in-body", body=kept.as_markdown())
    make_draft(Article, "as-image", image=as_image.name)
    editing.keep_conflicting(only_entry, text=f"{only_entry.name}:\n  credit: Ann\n", note="Before")
    assert names_in_texts() == {kept.name, as_image.name}
