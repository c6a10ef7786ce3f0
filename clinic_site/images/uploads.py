"""An uploaded picture is checked, turned upright, made smaller and encoded anew as WebP.

Only pixels survive: no metadata, no name and no byte of the uploaded file reaches a reader.
"""

import hashlib
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
ACCEPTED_TYPES = "image/jpeg,image/png,image/webp,image/avif"
MAX_BYTES = 15_000_000
MAX_PIXELS = 40_000_000
LONGEST_SIDE = 2_400
QUALITY = 82
HASH_LENGTH = 20

TOO_LARGE = "The file is larger than 15 MB; save the picture smaller and choose it again."
TOO_MANY_PIXELS = (
    "The picture has more than 40 million pixels; save it smaller and choose it again."
)
UNKNOWN = (
    "This file is not a JPEG, PNG, WebP or AVIF picture; "
    "save the picture as one of these and choose it again."
)
MOVING = "This picture moves; choose one that stands still."
DAMAGED = "The file of this picture is damaged; save it again from the original and choose that."

_SRGB = ImageCms.createProfile("sRGB")
_CONVERTED_LATER = ("RGB", "RGBA", "CMYK")


class Refused(ValueError):
    """Why a picture is not taken and what to do, in one sentence for the person who chose it."""


@dataclass(frozen=True)
class Upload:
    """A picture as it is kept and served."""

    content: bytes
    width: int
    height: int

    @property
    def name(self) -> str:
        return f"{hashlib.sha256(self.content).hexdigest()[:HASH_LENGTH]}.webp"


def path_of(upload: Upload) -> str:
    """Where a picture is kept in the storage."""
    return f"pictures/{upload.name}"


def read_picture(file: BinaryIO) -> Upload:
    """The picture of an uploaded file, which has a size; raises Refused, whatever it holds."""
    if file.size > MAX_BYTES:
        raise Refused(TOO_LARGE)
    source = _open(file)
    if source.width * source.height > MAX_PIXELS:
        raise Refused(TOO_MANY_PIXELS)
    # A JPEG with a second picture inside (depth, preview) is a still one.
    if getattr(source, "n_frames", 1) > 1 and source.format != "MPO":
        raise Refused(MOVING)
    picture = _in_srgb(_decode(source))
    content = _encode(picture, is_png=source.format == "PNG")
    return Upload(content, picture.width, picture.height)


def _open(file: BinaryIO) -> Image.Image:
    """Reads the header only."""
    try:
        return Image.open(file, formats=FORMATS)
    except UnidentifiedImageError as error:
        raise Refused(UNKNOWN) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(TOO_MANY_PIXELS) from error
    except Exception as error:
        raise Refused(DAMAGED) from error


def _decode(source: Image.Image) -> Image.Image:
    try:
        source.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        picture = _plain(source)
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        return ImageOps.exif_transpose(picture)
    # Decoders meet damage with many exceptions, from OSError to SyntaxError and struct.error.
    except Exception as error:
        raise Refused(DAMAGED) from error


def _plain(source: Image.Image) -> Image.Image:
    """Without palettes and 16-bit greys, which neither shrink nor convert well."""
    if source.mode.startswith("I"):
        source = source.point(lambda value: value / 256).convert("L")
    if source.mode in _CONVERTED_LATER and "transparency" not in source.info:
        source.load()
        return source
    return source.convert("RGBA" if source.has_transparency_data else "RGB")


def _in_srgb(picture: Image.Image) -> Image.Image:
    """RGB or RGBA in the colours that browsers expect; a profile that does not fit is ignored."""
    mode = "RGBA" if picture.mode == "RGBA" and not _is_opaque(picture) else "RGB"
    profile = picture.info.get("icc_profile")
    if profile:
        try:
            return ImageCms.profileToProfile(picture, BytesIO(profile), _SRGB, outputMode=mode)
        except ImageCms.PyCMSError:
            pass
    return picture.convert(mode)


def _is_opaque(picture: Image.Image) -> bool:
    return picture.getextrema()[3] == (255, 255)


def _encode(picture: Image.Image, *, is_png: bool) -> bytes:
    """PNG stays lossless when it is transparent, or when it is a drawing and so the smaller."""
    if not is_png:
        return _webp(picture, quality=QUALITY)
    lossless = _webp(picture, lossless=True)
    if picture.mode == "RGBA":
        return lossless
    return min(lossless, _webp(picture, quality=QUALITY), key=len)


def _webp(picture: Image.Image, **options) -> bytes:
    file = BytesIO()
    picture.save(file, "WEBP", **options)
    return file.getvalue()
