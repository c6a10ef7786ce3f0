"""Picture files for tests, as people and attackers upload them."""

import struct
import zlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ExifTags, Image

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect/></svg>'
PAGE = b"GIF89a<html><script>alert(1)</script></html>"
SOUTH = 51.5


def uploaded(content, name="photo.jpg", content_type="image/jpeg"):
    return SimpleUploadedFile(name, content, content_type)


def encoded(image, image_format="JPEG", **options):
    file = BytesIO()
    image.save(file, image_format, **options)
    return file.getvalue()


def picture(mode="RGB", size=(60, 40), colour="teal", image_format="JPEG", **options):
    """The bytes of a plain picture."""
    return encoded(Image.new(mode, size, colour), image_format, **options)


def phone_photo(**options):
    """Held upright: stored lying, red at its left, with a place and a camera."""
    image = Image.new("RGB", (64, 32), "white")
    image.paste("red", (0, 0, 32, 32))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Make] = "Telltale"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (SOUTH, 0.0, 0.0)
    return encoded(image, exif=exif, comment=b"Telltale", quality=95, **options)


def png_header(width, height):
    """A PNG that declares a size and holds hardly any pixel."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, data) for kind, data in chunks)


def chunk(kind, data):
    """One chunk of a PNG."""
    checksum = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + checksum


def moving(image_format):
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    return encoded(frames[0], image_format, save_all=True, append_images=frames[1:])
