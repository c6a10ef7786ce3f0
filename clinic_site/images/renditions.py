"""The sizes and formats in which readers get a picture, all made when it is added."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from operator import attrgetter

from PIL import Image

from .stored import content_hash, path_of

# A picture is shown about 340 CSS pixels wide on a phone and 580 beside the contents list: these
# serve a phone at one, two and three pixels to each, and a desktop at one and two.
WIDTHS = (400, 800, 1200)
FALLBACK_WIDTH = 800

# Speed 6 makes files a fifth smaller than 8, and a photograph still takes under two seconds.
AVIF_PHOTOGRAPH = {"quality": 60, "speed": 6}
AVIF_DRAWING = {"quality": 80, "speed": 6, "subsampling": "4:4:4"}  # thin coloured lines
WEBP_QUALITY = 80
JPEG_QUALITY = 80


@dataclass(frozen=True)
class Rendition:
    """One file of a picture."""

    content: bytes
    extension: str
    width: int

    @property
    def path(self) -> str:
        return path_of(f"{content_hash(self.content)}.{self.extension}")


def widths_of(width: int) -> list[int]:
    """The widths for a picture of this one, which is never made larger."""
    return sorted({min(width, wanted) for wanted in WIDTHS})


def make_renditions(picture: Image.Image, *, is_drawing: bool) -> list[Rendition]:
    """The renditions of an RGB or RGBA picture, smallest first; a drawing keeps its lines sharp."""
    made = []
    for image in _shrunk(picture):
        made += [_avif(image, is_drawing), _webp(image, is_drawing)]
        if image.width == min(picture.width, FALLBACK_WIDTH):
            made.append(_fallback(image, is_drawing))
    return sorted(made, key=attrgetter("width"))


def _avif(image: Image.Image, is_drawing: bool) -> Rendition:
    options = AVIF_DRAWING if is_drawing else AVIF_PHOTOGRAPH
    return Rendition(_encoded(image, "AVIF", **options), "avif", image.width)


def _webp(image: Image.Image, is_drawing: bool) -> Rendition:
    encode = smaller_webp if is_drawing else webp
    return Rendition(encode(image, quality=WEBP_QUALITY), "webp", image.width)


def _fallback(image: Image.Image, is_drawing: bool) -> Rendition:
    """What every browser shows; only PNG can be transparent in all of them."""
    if is_drawing or image.mode == "RGBA":
        return Rendition(_encoded(image, "PNG"), "png", image.width)
    jpeg = _encoded(image, "JPEG", quality=JPEG_QUALITY, progressive=True)
    return Rendition(jpeg, "jpg", image.width)


def webp(picture: Image.Image, **options) -> bytes:
    return _encoded(picture, "WEBP", **options)


def smaller_webp(picture: Image.Image, *, quality: int) -> bytes:
    """Lossless where that is the smaller: a drawing mostly, hardly ever a photograph."""
    return min(lossless_webp(picture), webp(picture, quality=quality), key=len)


def lossless_webp(picture: Image.Image) -> bytes:
    # More effort takes five times as long, and twice the memory, for a tenth of the size.
    return webp(picture, lossless=True, quality=20, method=1)


def is_lossless(content: bytes) -> bool:
    """Whether a WebP file holds every pixel as it was."""
    return content[12:16] == b"VP8L"


def _shrunk(picture: Image.Image) -> Iterator[Image.Image]:
    """The picture in each width, largest first, each made of the one before."""
    smaller = picture
    for width in reversed(widths_of(picture.width)):
        height = max(round(picture.height * width / picture.width), 1)
        smaller = smaller.resize((width, height), Image.Resampling.LANCZOS)
        yield smaller


def _encoded(picture: Image.Image, image_format: str, **options) -> bytes:
    file = BytesIO()
    picture.save(file, image_format, **options)
    return file.getvalue()
