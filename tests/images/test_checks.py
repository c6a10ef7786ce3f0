"""A Pillow that cannot write the formats of the site is named at the start."""

from PIL import features

from clinic_site.images.checks import formats


def test_pillow_of_the_tests_writes_all_formats():
    assert formats(None) == []


def test_missing_format_is_one_error(monkeypatch):
    monkeypatch.setattr(features, "check", lambda name: name != "avif")
    [error] = formats(None)
    assert (error.id, error.msg) == (
        "images.E001",
        "Pillow cannot write AVIF here, so no picture could be added.",
    )
