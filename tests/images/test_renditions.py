"""The files that readers get: widths, formats, and nothing in them but pixels."""

from io import BytesIO

import pytest
from PIL import Image

from clinic_site.images.renditions import is_lossless, lossless_webp, make_renditions, webp
from clinic_site.images.stored import content_hash
from clinic_site.images.uploads import read_kept, read_picture

from .making import encoded, phone_photo, picture, uploaded


def sizes(renditions):
    """Format and size as decoded, in order."""
    opened = [Image.open(BytesIO(made.content)) for made in renditions]
    return [(image.format, image.size) for image in opened]


def made_of(content):
    return read_picture(uploaded(content)).renditions


def test_photograph_has_three_widths_in_two_formats_and_one_fallback():
    assert sizes(made_of(picture(size=(3000, 1000)))) == [
        ("AVIF", (400, 133)),
        ("WEBP", (400, 133)),
        ("AVIF", (800, 267)),
        ("WEBP", (800, 267)),
        ("JPEG", (800, 267)),
        ("AVIF", (1200, 400)),
        ("WEBP", (1200, 400)),
    ]


@pytest.mark.parametrize(
    ("width", "widths", "fallback"),
    [
        (1, {1}, 1),
        (399, {399}, 399),
        (400, {400}, 400),
        (401, {400, 401}, 401),
        (1000, {400, 800, 1000}, 800),
        (1200, {400, 800, 1200}, 800),
    ],
)
def test_picture_is_never_made_larger(width, widths, fallback):
    made = make_renditions(Image.new("RGB", (width, 10)), is_drawing=False)
    assert {rendition.width for rendition in made} == widths
    assert [rendition.width for rendition in made if rendition.extension == "jpg"] == [fallback]


def test_line_keeps_a_pixel_of_its_height():
    made = make_renditions(Image.new("RGB", (2400, 1)), is_drawing=False)
    assert {size for _, size in sizes(made)} == {(400, 1), (800, 1), (1200, 1)}


@pytest.mark.parametrize("image_format", ["PNG", "WEBP", "AVIF"])
def test_transparent_picture_is_transparent_in_each_file(image_format):
    content = picture("RGBA", colour=(0, 128, 128, 0), image_format=image_format)
    opened = [Image.open(BytesIO(made.content)) for made in made_of(content)]
    assert [(image.format, image.mode, image.getpixel((5, 5))[3]) for image in opened] == [
        ("AVIF", "RGBA", 0),
        ("WEBP", "RGBA", 0),
        ("PNG", "RGBA", 0),
    ]


def test_drawing_keeps_its_pixels():
    drawing = Image.new("RGB", (200, 200), "white")
    drawing.paste("navy", (50, 50, 150, 52))
    _, in_webp, fallback = made_of(encoded(drawing, "PNG"))
    for made in (in_webp, fallback):
        assert Image.open(BytesIO(made.content)).convert("RGB").tobytes() == drawing.tobytes()


@pytest.mark.parametrize("options", [{}, {"icc_profile": b"Telltale"}])
def test_files_tell_nothing(options):
    for made in made_of(phone_photo(**options)):
        image = Image.open(BytesIO(made.content))
        assert (image.size, dict(image.getexif()), b"Telltale" in made.content) == (
            (32, 64),
            {},
            False,
        )
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(image.info)


def test_files_are_named_by_their_content():
    for made in made_of(picture()):
        assert made.path == f"pictures/{content_hash(made.content)}.{made.extension}"


def test_kept_picture_stays_as_it_is_and_its_drawing_is_known():
    for keep, kinds in ((webp, ["avif", "webp", "jpg"]), (lossless_webp, ["avif", "webp", "png"])):
        content = keep(Image.new("RGB", (60, 40), "teal"))
        kept = read_kept(content)
        assert (kept.content, kept.width, kept.height) == (content, 60, 40)
        assert [made.extension for made in kept.renditions] == kinds
        assert is_lossless(content) == ("png" in kinds)
