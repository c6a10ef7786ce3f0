"""What becomes of an uploaded file: a clean picture, or one sentence; never an exception."""

import random
import re
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from clinic_site.images import uploads
from clinic_site.images.uploads import Refused, read_picture

from .making import PAGE, SVG, chunk, encoded, moving, phone_photo, picture, png_header, uploaded

REFUSALS = (uploads.TOO_MANY_PIXELS, uploads.UNKNOWN, uploads.MOVING, uploads.DAMAGED)


def opened(upload):
    return Image.open(BytesIO(upload.content))


def outcome(content):
    """The name of the picture, or the sentence that refuses it."""
    try:
        return read_picture(uploaded(content)).name
    except Refused as refusal:
        return str(refusal)


def noise(size, mode="RGB"):
    pixels = random.Random(1).randbytes(size[0] * size[1] * len(mode))
    return Image.frombytes(mode, size, pixels)


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_each_format_becomes_webp_named_by_its_content(image_format):
    upload = read_picture(uploaded(picture(image_format=image_format), "Ann's knee.php"))
    kept = opened(upload)
    assert (kept.format, kept.size) == ("WEBP", (60, 40))
    assert (upload.width, upload.height) == (60, 40)
    assert upload.name == read_picture(uploaded(picture(image_format=image_format))).name


def test_names_differ_when_pictures_differ():
    red, blue = (read_picture(uploaded(picture(colour=colour))) for colour in ("red", "blue"))
    assert (red.name == blue.name, len(red.name)) == (False, len("0123456789abcdef0123.webp"))


def test_phone_photo_stands_upright_and_tells_nothing():
    upload = read_picture(uploaded(phone_photo()))
    kept = opened(upload)
    top, bottom = kept.getpixel((16, 4)), kept.getpixel((16, 60))
    assert kept.size == (32, 64)
    assert (top[1] < 40, bottom[1] > 215) == (True, True)
    assert (dict(kept.getexif()), b"Telltale" in upload.content) == ({}, False)
    assert not {"exif", "xmp", "icc_profile", "comment"} & set(kept.info)


def test_large_picture_is_made_smaller_and_keeps_its_shape():
    upload = read_picture(uploaded(picture(size=(3_000, 1_000))))
    assert (upload.width, upload.height) == (2_400, 800)


def test_thin_picture_keeps_a_pixel():
    upload = read_picture(uploaded(picture(size=(1, 5_000), image_format="PNG")))
    assert (upload.width, upload.height) == (1, 2_400)


def test_transparent_png_stays_lossless():
    drawing = noise((20, 20), "RGBA")
    drawing.putalpha(128)
    kept = opened(read_picture(uploaded(encoded(drawing, "PNG"))))
    assert (kept.mode, kept.tobytes()) == ("RGBA", drawing.tobytes())


def test_opaque_drawing_stays_lossless():
    drawing = Image.new("RGB", (200, 200), "white")
    drawing.paste("navy", (50, 50, 150, 52))
    kept = opened(read_picture(uploaded(encoded(drawing, "PNG"))))
    assert kept.tobytes() == drawing.tobytes()


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_photograph_saved_as_opaque_png_is_compressed(mode):
    photograph = noise((200, 200)).convert(mode)
    assert len(read_picture(uploaded(encoded(photograph, "PNG"))).content) < 60_000


@pytest.mark.parametrize(
    ("mode", "colour", "image_format", "shown"),
    [
        ("L", 200, "JPEG", (200, 200, 200)),
        ("CMYK", (0, 255, 255, 0), "JPEG", (255, 0, 0)),
        ("1", 1, "PNG", (255, 255, 255)),
        ("P", 0, "PNG", (0, 0, 0)),
        ("LA", (200, 255), "PNG", (200, 200, 200)),
        ("I;16", 200 * 256, "PNG", (200, 200, 200)),
    ],
)
def test_odd_modes_keep_their_colours(mode, colour, image_format, shown):
    upload = read_picture(uploaded(picture(mode, colour=colour, image_format=image_format)))
    kept = opened(upload).convert("RGB").getpixel((5, 5))
    assert max(abs(a - b) for a, b in zip(kept, shown, strict=True)) <= 3


@pytest.mark.parametrize(("mode", "transparent"), [("P", 0), ("RGB", (255, 0, 0))])
def test_colour_declared_transparent_stays_so(mode, transparent):
    image = Image.new("P", (20, 20), 0)
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.paste(1, (10, 0, 20, 20))
    content = encoded(image.convert(mode), "PNG", transparency=transparent)
    kept = opened(read_picture(uploaded(content)))
    assert (kept.getpixel((0, 0))[3], kept.getpixel((15, 5))) == (0, (0, 0, 255, 255))


def test_colour_profile_is_applied_and_a_broken_one_ignored():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for profile in (lab, b"no profile"):
        upload = read_picture(uploaded(picture(colour=(200, 30, 30), icc_profile=profile)))
        assert opened(upload).getpixel((5, 5))[0] > 190


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_metadata_that_cannot_be_read_is_ignored(image_format):
    content = picture(image_format=image_format, exif=b"Exif\0\0" + b"\xff" * 60_000)
    assert read_picture(uploaded(content)).width == 60


def test_metadata_that_unpack_to_much_are_refused():
    content = picture(image_format="PNG")
    bomb = chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(70_000_000)))
    assert outcome(content[:33] + bomb + content[33:]) == uploads.DAMAGED


def test_jpeg_with_a_second_picture_inside_is_a_still_one():
    second = Image.new("RGB", (60, 40), "blue")
    photo = encoded(Image.new("RGB", (60, 40), "red"), "MPO", save_all=True, append_images=[second])
    assert opened(read_picture(uploaded(photo))).getpixel((5, 5))[0] > 240


@pytest.mark.parametrize("content", [SVG, PAGE, b"%PDF-1.7", picture(image_format="GIF")])
def test_other_files_are_refused_whatever_they_are_called(content):
    assert outcome(content) == uploads.UNKNOWN


@pytest.mark.parametrize("image_format", ["PNG", "WEBP", "AVIF"])
def test_moving_picture_is_refused(image_format):
    assert outcome(moving(image_format)) == uploads.MOVING


@pytest.mark.parametrize(("width", "height"), [(8_200, 5_001), (13_000, 13_000), (60_000, 60_000)])
def test_too_many_pixels_are_refused_from_the_header(width, height):
    assert outcome(png_header(width, height)) == uploads.TOO_MANY_PIXELS


def test_file_over_the_limit_is_refused_and_at_the_limit_read():
    photo = picture()
    assert outcome(photo.ljust(uploads.MAX_BYTES + 1, b"\0")) == uploads.TOO_LARGE
    assert read_picture(uploaded(photo.ljust(uploads.MAX_BYTES, b"\0"))).width == 60


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_truncated_file_is_refused(image_format):
    whole = encoded(noise((200, 200)), image_format)
    assert outcome(whole[: len(whole) // 2]) in (uploads.DAMAGED, uploads.UNKNOWN)


def test_truncated_jpeg_is_called_damaged():
    assert outcome(phone_photo()[:-200]) == uploads.DAMAGED


def test_header_without_pixels_is_called_damaged():
    assert outcome(png_header(100, 100)) == uploads.DAMAGED


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=200, deadline=None)
@given(
    image_format=st.sampled_from(["JPEG", "PNG", "WEBP", "AVIF"]),
    place=st.floats(0, 1),
    junk=st.binary(min_size=1, max_size=8),
)
def test_damage_is_refused_or_survived(image_format, place, junk):
    content = bytearray(picture(image_format=image_format))
    at = int(place * len(content))
    content[at : at + len(junk)] = junk
    found = outcome(bytes(content))
    assert found in REFUSALS or re.fullmatch(r"[0-9a-f]{20}\.webp", found)
