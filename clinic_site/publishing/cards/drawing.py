"""Draws a card: a title and the clinic's name, in the typefaces and colours of the site."""

import unicodedata
from functools import cache
from io import BytesIO
from textwrap import wrap

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from .ground import COLOURS, GREEN, INK, PAPER, SIZE, ground
from .lines import even_lines, fill_lines

FONTS = settings.BASE_DIR / "static" / "fonts"
HEADING = FONTS / "literata-semibold.woff2"
TEXT = FONTS / "atkinson-hyperlegible-next.woff2"
SEMIBOLD = 600
LEFT = 76
WIDTH = SIZE[0] - 2 * LEFT
LEADING = 1.14
NAME_TOP = 64
NAME_SIZES = range(34, 25, -2)
NAME_LINES = 2
# The title stands between the name and the muscle, left of the needle, as large as it can be.
TITLE_TOP, TITLE_BOTTOM = 124, 424
TITLE_WIDTH = WIDTH - 180
TITLE_SIZES = range(92, 43, -4)
LONGEST_WORD = 26
SHADES = 16
NOT_IN_UNICODE = "\uffff"


def draw(title: str, clinic_name: str) -> bytes:
    """A PNG of 1200 by 630 pixels; letters that the typefaces lack are left out."""
    pixels, colours = ground()
    card = Image.frombytes("L", SIZE, pixels)
    _write_name(card, _writable(clinic_name, TEXT))
    _write_title(card, _writable(title, HEADING))
    card.putpalette([*colours, *_ramp(INK), *_ramp(GREEN)])
    file = BytesIO()
    # Twice as fast as more effort, for a few kB.
    card.save(file, "PNG", compress_level=3)
    return file.getvalue()


def _write_name(card, name):
    font = _largest(TEXT, NAME_SIZES, lambda font: font.getlength(name) <= WIDTH)
    lines = even_lines(name, WIDTH, font.getlength)[:NAME_LINES]
    _write(card, NAME_TOP, lines, font, first_shade=COLOURS + SHADES)


def _write_title(card, title):
    title = " ".join(wrap(title, LONGEST_WORD, break_on_hyphens=False))
    font = _largest(HEADING, TITLE_SIZES, lambda font: _has_room(title, font))
    lines = even_lines(title, TITLE_WIDTH, font.getlength)
    spare = TITLE_BOTTOM - TITLE_TOP - len(lines) * font.size * LEADING
    _write(card, TITLE_TOP + spare // 2, lines, font, first_shade=COLOURS)


def _has_room(title, font):
    lines = fill_lines(title, TITLE_WIDTH, font.getlength)
    height = len(lines) * font.size * LEADING
    is_narrow = all(font.getlength(line) <= TITLE_WIDTH for line in lines)
    return is_narrow and height <= TITLE_BOTTOM - TITLE_TOP


def _largest(path, sizes, fits):
    """The font in the first of the sizes that fits, or in the last."""
    fonts = (_font(path, size) for size in sizes)
    return next(filter(fits, fonts), _font(path, sizes[-1]))


def _write(card, top, lines, font, *, first_shade):
    """Writes on paper in the shades from paper to a colour, which are numbers of the palette."""
    mask = Image.new("L", SIZE)
    pen = ImageDraw.Draw(mask)
    for number, line in enumerate(lines):
        pen.text((LEFT, top + round(number * font.size * LEADING)), line, fill=255, font=font)
    shades = mask.point([first_shade + level * (SHADES - 1) // 255 for level in range(256)])
    card.paste(shades, mask=mask.point([255 * (level > 0) for level in range(256)]))


def _ramp(colour):
    """The shades from paper to a colour: red, green, blue by turns."""
    return [
        paper + (ink - paper) * shade // (SHADES - 1)
        for shade in range(SHADES)
        for paper, ink in zip(PAPER, colour, strict=True)
    ]


def _writable(text, path):
    words = ("".join(_letter(letter, path) for letter in word) for word in text.split())
    return " ".join(filter(None, words))


@cache
def _letter(letter, path):
    """A letter, the one below its accent where only that can be written, or nothing."""
    font = _font(path, TITLE_SIZES[-1])
    missing = bytes(font.getmask(NOT_IN_UNICODE))
    plain = unicodedata.normalize("NFKD", letter)[0]
    return next((sign for sign in (letter, plain) if bytes(font.getmask(sign)) != missing), "")


@cache
def _font(path, size):
    font = ImageFont.truetype(path, size)
    if path == TEXT:
        font.set_variation_by_axes([SEMIBOLD])
    return font
