"""Drawings: SVG files of the content folder, put into pages as they stand."""

from django.conf import settings


def files():
    return sorted((settings.CONTENT_DIR / "images").glob("*.svg"))


def read(name):
    """The source of a drawing; empty when there is none of that name."""
    path = next((path for path in files() if path.name == name), None)
    return path.read_text(encoding="utf-8").strip() if path else ""
