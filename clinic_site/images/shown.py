"""What a page needs to know of a picture to show it."""

from typing import NamedTuple


class Shown(NamedTuple):
    """A trusted inline drawing (`svg`), or a raster picture when that is empty; pixels."""

    svg: str
    url: str
    width: int
    height: int
    credit: str
