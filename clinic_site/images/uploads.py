"""An uploaded picture is checked, turned upright, made smaller and encoded anew.

Only pixels survive: no metadata, no name and no byte of the uploaded file reaches a reader.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from .renditions import Rendition, is_lossless, lossless_webp, make_renditions, smaller_webp, webp
from .stored import content_hash, path_of

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
ACCEPTED_TYPES = "image/jpeg,image/png,image/webp,image/avif"
MAX_BYTES = 15_000_000
MAX_PIXELS = 40_000_000
LONGEST_SIDE = 2_400
QUALITY = 82

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
    """A picture as it is kept, always WebP, and the renditions that are served."""

    content: bytes
    width: int
    height: int
    renditions: list[Rendition]

    @property
    def hash(self) -> str:
        return content_hash(self.content)

    @property
    def name(self) -> str:
        return f"{self.hash}.webp"

    @property
    def path(self) -> str:
        return path_of(self.name)

    @property
    def files(self) -> dict[str, bytes]:
        """What is to be stored, by path."""
        return {self.path: self.content, **{made.path: made.content for made in self.renditions}}


def read_picture(file: BinaryIO) -> Upload:
    """The picture of an uploaded file, which has a size; raises Refused, whatever it holds."""
    if file.size > MAX_BYTES:
        raise Refused(TOO_LARGE)
    source = _open(file, FORMATS)
    # A JPEG with a second picture inside (depth, preview) is a still one.
    if getattr(source, "n_frames", 1) > 1 and source.format != "MPO":
        raise Refused(MOVING)
    is_png = source.format == "PNG"
    picture = _in_srgb(_decode(source))
    return _upload(picture, _encode(picture, is_png=is_png))


def read_kept(content: bytes) -> Upload:
    """A picture as an upload left it, with its renditions made anew; raises Refused."""
    return _upload(_in_srgb(_decode(_open(BytesIO(content), ["WEBP"]))), content)


def _upload(picture: Image.Image, content: bytes) -> Upload:
    renditions = make_renditions(picture, is_drawing=is_lossless(content))
    return Upload(content, picture.width, picture.height, renditions)


def _open(file: BinaryIO, formats: Sequence[str]) -> Image.Image:
    """Reads the header only."""
    try:
        source = Image.open(file, formats=formats)
    except UnidentifiedImageError as error:
        raise Refused(UNKNOWN) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(TOO_MANY_PIXELS) from error
    except Exception as error:
        raise Refused(DAMAGED) from error
    if source.width * source.height > MAX_PIXELS:
        raise Refused(TOO_MANY_PIXELS)
    return source


def _decode(source: Image.Image) -> Image.Image:
    try:
        source.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        picture = _plain(source)
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    # Decoders meet damage with many exceptions, from OSError to SyntaxError and struct.error.
    except Exception as error:
        raise Refused(DAMAGED) from error
    return _upright(picture)


def _upright(picture: Image.Image) -> Image.Image:
    """As the camera was held; metadata that cannot be read say nothing about it."""
    try:
        return ImageOps.exif_transpose(picture)
    except Exception:
        return picture


def _plain(source: Image.Image) -> Image.Image:
    """Without palettes and 16-bit greys, which neither shrink nor convert well."""
    if source.mode.startswith("I"):
        source = source.point(lambda value: value / 256).convert("L")
    if source.mode in _CONVERTED_LATER and "transparency" not in source.info:
        source.load()
        return source
    return source.convert("RGBA" if source.has_transparency_data else "RGB")


def _in_srgb(picture: Image.Image) -> Image.Image:
    """RGB or RGBA in the colours that browsers expect, and nothing beside the pixels."""
    mode = "RGBA" if picture.mode == "RGBA" and not _is_opaque(picture) else "RGB"
    picture = _converted(picture, mode)
    picture.info.clear()
    return picture


def _converted(picture: Image.Image, mode: str) -> Image.Image:
    """By its colour profile; one that does not fit is ignored."""
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
        return webp(picture, quality=QUALITY)
    if picture.mode == "RGBA":
        return lossless_webp(picture)
    return smaller_webp(picture, quality=QUALITY)
