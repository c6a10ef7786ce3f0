"""Drawings: SVG files of the content folder, put into pages as they stand."""

import re

from django.conf import settings

NAME = re.compile(r"[a-z0-9][a-z0-9-]*\.svg")


def read(name):
    """The source of a drawing; empty when there is none of that name."""
    if not NAME.fullmatch(name):
        return ""
    path = settings.CONTENT_DIR / "images" / name
    return path.read_text(encoding="utf-8").strip() if path.is_file() else ""
