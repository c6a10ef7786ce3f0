"""What a text can show: drawings of the content folder and pictures of the library."""

from typing import NamedTuple

from . import drawings
from .models import Picture


class Shown(NamedTuple):
    """What a page needs to show a picture; `svg` is empty for a raster picture."""

    svg: str
    url: str
    width: int
    height: int
    credit: str


def find(name):
    """The drawing or picture of that name, or None."""
    if svg := drawings.read(name):
        return Shown(svg=svg, url="", width=0, height=0, credit="")
    picture = Picture.objects.filter(name=name).first()
    if picture is None:
        return None
    return Shown("", picture.file.url, picture.width, picture.height, picture.credit)
