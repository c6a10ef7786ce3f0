"""What a page needs to know of a picture to show it."""

from typing import NamedTuple


class Shown(NamedTuple):
    """A trusted inline drawing (`svg`), or a raster picture when that is empty; pixels.

    sources: media types with their `srcset`. version: names the content, where it was replaced.
    """

    svg: str
    url: str
    width: int
    height: int
    credit: str
    sources: tuple[tuple[str, str], ...] = ()
    is_decorative: bool = False
    version: str = ""
