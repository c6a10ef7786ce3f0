"""Which pages show a picture: in their text, or by its name alone."""

from articles.models import Article
from clinic_site.images.keeping import keep
from clinic_site.images.uploads import read_picture
from clinic_site.publishing import editing
from clinic_site.publishing.showing import pages_showing
from tests.images.making import picture, uploaded


def make_picture(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return keep(read_picture(uploaded(picture())), alt_text="A knee")


def test_pages_that_show_a_picture_are_found(make_live, settings, tmp_path):
    kept = make_picture(settings, tmp_path)
    make_live(Article, "without")
    in_body = make_live(Article, "in-body", body=kept.as_markdown())
    as_image = make_live(Article, "as-image", image=kept.name)
    assert pages_showing(kept) == [(as_image, "live"), (in_body, "live")]


def test_what_is_kept_of_its_own_entry_does_not_hold_a_picture(db, settings, tmp_path):
    kept = make_picture(settings, tmp_path)
    editing.keep_conflicting(kept, text=f"{kept.name}:\n  alt_text: A knee\n", note="Before")
    assert pages_showing(kept) == []
