"""What a text can show: drawings of the content folder and pictures of the library."""

from . import drawings
from .models import Picture
from .shown import Shown


def find(name):
    """The drawing or picture of that name, or None."""
    if svg := drawings.read(name):
        return Shown(svg=svg, url="", width=0, height=0, credit="")
    picture = Picture.objects.filter(name=name).first()
    if picture is None:
        return None
    return Shown("", picture.file.url, picture.width, picture.height, picture.credit)
