"""What a text can show: drawings of the content folder and pictures of the library."""

from django.db.models import TextField
from django.db.models.functions import Cast

from . import drawings
from .models import Picture
from .shown import Shown


def find(name):
    """The drawing or picture of that name, or None."""
    if svg := drawings.read(name):
        return Shown(svg=svg, url="", width=0, height=0, credit="")
    picture = Picture.objects.filter(name=name).first()
    return picture and Shown(
        svg="",
        url=picture.url,
        width=picture.width,
        height=picture.height,
        credit=picture.credit,
        sources=picture.sources,
        is_decorative=picture.is_decorative,
        version=picture.version,
    )


def state():
    """All that pages show of all pictures; it differs when one of them has to be shown anew."""
    as_text = Cast("renditions", TextField())
    fields = ("name", "file", "credit", "is_decorative", as_text)
    return repr(sorted(Picture.objects.values_list(*fields)))
