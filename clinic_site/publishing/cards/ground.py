"""What is the same on every card: paper, and the sore spot in its muscle, as in the favicon."""

import math
from functools import cache

from PIL import Image, ImageDraw

SIZE = (1200, 630)
# As in tokens.css.
PAPER = (0xFB, 0xF6, 0xEC)
INK = (0x1C, 0x23, 0x21)
GREEN = (0x0D, 0x4F, 0x3F)
YELLOW = (0xFF, 0xCB, 0x3D)
MUSCLE = (0xDD, 0x95, 0x87)
MUSCLE_SHADE = (0xB5, 0x65, 0x5A)

COLOURS = 48
# Drawn larger and shrunk, because Pillow draws lines with hard edges.
SCALE = 3
MUSCLE_TOP = 474
SPOT = (1010, 544)


@cache
def ground() -> tuple[bytes, list[int]]:
    """Its pixels as numbers of colours, row by row, and the colours: red, green, blue by turns."""
    large = Image.new("RGB", [side * SCALE for side in SIZE], PAPER)
    pen = ImageDraw.Draw(large)
    _draw_muscle(pen)
    _draw_needle(pen)
    drawn = large.resize(SIZE, Image.Resampling.BOX).quantize(COLOURS)
    colours = drawn.getpalette()[: COLOURS * 3]
    paper = drawn.getpixel((0, 0)) * 3
    # What is written stands on just this colour.
    colours[paper : paper + 3] = PAPER
    return drawn.tobytes(), colours


def _draw_muscle(pen):
    top = [(x, _wave(x, MUSCLE_TOP)) for x in range(0, SIZE[0] + 6, 6)]
    pen.polygon(_scaled([*top, (SIZE[0], SIZE[1]), (0, SIZE[1])]), fill=MUSCLE)
    _line(pen, top, INK, 3)
    for depth in (28, 92, 118, 140):
        _line(pen, _fibre(MUSCLE_TOP + depth), MUSCLE_SHADE, 3)
    band = [_fibre(SPOT[1] - 18, towards=-1), _fibre(SPOT[1] + 18, towards=1)]
    pen.polygon(_scaled([*band[0], *reversed(band[1])]), fill=MUSCLE_SHADE)
    for edge in band:
        _line(pen, edge, INK, 2)


def _draw_needle(pen):
    x, y = SPOT
    _ellipse(pen, x, y, 30, 19, INK)
    _ellipse(pen, x, y, 27, 16, YELLOW)
    _line(pen, [(x, y), (x, y - 216)], INK, 3)
    pen.rounded_rectangle(
        _scaled([(x - 8, y - 290), (x + 8, y - 206)]), radius=6 * SCALE, fill=GREEN
    )


def _wave(x, y):
    return y + 9 * math.sin(x / 190)


def _fibre(y, towards=0):
    """A fibre that bends around the spot: up (-1), down (1) or not at all."""
    return [
        (x, _wave(x, y) * (1 - _near(x)) + (y + towards * 14) * _near(x))
        for x in range(0, SIZE[0] + 6, 6)
    ]


def _near(x):
    """1 at the spot, 0 far from it."""
    return math.exp(-(((x - SPOT[0]) / 80) ** 2))


def _line(pen, points, colour, width):
    pen.line(_scaled(points), fill=colour, width=width * SCALE, joint="curve")


def _ellipse(pen, x, y, across, down, colour):
    pen.ellipse(_scaled([(x - across, y - down), (x + across, y + down)]), fill=colour)


def _scaled(points):
    return [(x * SCALE, y * SCALE) for x, y in points]
