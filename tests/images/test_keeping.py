"""Row and file of a picture come and go together."""

from html import unescape

import pytest

from articles.models import Article
from clinic_site.images import library
from clinic_site.images.keeping import keep, remove, shown_in
from clinic_site.images.models import Picture
from clinic_site.images.uploads import read_picture
from clinic_site.publishing import editing
from tests.conftest import text_of

from .making import picture, uploaded


@pytest.fixture
def upload():
    return read_picture(uploaded(picture()))


def files(media):
    return [str(path.relative_to(media)) for path in media.rglob("*") if path.is_file()]


def test_kept_picture_has_a_row_and_a_file(db, media, upload):
    kept = keep(upload, alt_text="A knee", credit="Ann Example")
    assert (kept.alt_text, kept.credit, kept.width, kept.height) == (
        "A knee",
        "Ann Example",
        60,
        40,
    )
    assert files(media) == [f"pictures/{upload.name}"]
    assert (media / kept.file.name).read_bytes() == upload.content


def test_same_picture_twice_is_one_row_and_one_file(db, media, upload):
    first = keep(upload, alt_text="A knee")
    assert keep(upload, alt_text="Another knee") == first
    assert (Picture.objects.get().alt_text, len(files(media))) == ("A knee", 1)


def test_file_without_a_row_is_used_again(db, media, upload):
    keep(upload, alt_text="A knee").delete()
    assert keep(upload, alt_text="A knee").file.name == f"pictures/{upload.name}"
    assert len(files(media)) == 1


def test_removed_picture_leaves_neither_row_nor_file(
    db, media, upload, django_capture_on_commit_callbacks
):
    kept = keep(upload, alt_text="A knee")
    with django_capture_on_commit_callbacks(execute=True):
        remove(kept)
    assert (Picture.objects.count(), files(media)) == (0, [])


def test_file_stays_until_the_removal_is_certain(db, media, upload):
    remove(keep(upload, alt_text="A knee"))
    assert files(media) == [f"pictures/{upload.name}"]


def test_pages_that_show_a_picture_are_found(make_live, upload):
    kept = keep(upload, alt_text="A knee")
    make_live(Article, "without")
    in_body = make_live(Article, "in-body", body=kept.as_markdown())
    as_image = make_live(Article, "as-image", image=kept.name)
    texts = {in_body.latest_revision, as_image.latest_revision}
    assert set(shown_in(kept)) == {in_body, as_image} | texts


def test_picture_of_an_old_text_is_still_shown_there(make_live, upload):
    kept = keep(upload, alt_text="A knee")
    item = make_live(Article, "knees", body=kept.as_markdown())
    old = item.latest_revision
    editing.save_draft(item, text=text_of(Article))
    editing.publish(item)
    assert list(shown_in(kept)) == [old]


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
    shown = library.find(upload.name)
    assert shown == ("", f"/media/pictures/{upload.name}", 60, 40, "Ann Example")


def test_what_is_kept_of_its_own_entry_does_not_hold_a_picture(db, upload):
    kept = keep(upload, alt_text="A knee")
    editing.keep_conflicting(kept, text=f"{kept.name}:\n  alt_text: A knee\n", note="Before")
    assert list(shown_in(kept)) == []
