"""What the stylesheets say twice is the same, and the pages stay small."""

import re

import brotli
import pytest
from django.conf import settings

from clinic_site.publishing.importing import import_content

CSS = settings.BASE_DIR / "static" / "css"
TOKENS = (CSS / "tokens.css").read_text()
COLOUR = re.compile(r"(--[\w-]+):\s*(#[0-9a-f]{3,8})")
BUDGET = 25_000
SCRIPT_BUDGET = 5_000


def blocks(selector):
    """The custom properties of each rule with this selector."""
    return [
        dict(COLOUR.findall(block))
        for block in re.findall(re.escape(selector) + r"\s*{([^}]*)}", TOKENS)
    ]


def test_dark_colours_are_the_same_by_preference_and_by_choice():
    [preferred] = blocks(':root:not([data-theme="light"])')
    [chosen] = blocks(':root[data-theme="dark"]')
    assert preferred == chosen


def test_browser_frame_has_the_colours_of_the_paper():
    base = (settings.BASE_DIR / "templates" / "base.html").read_text()
    light, dark = re.findall(r'name="theme-color" content="(#\w+)"', base)
    assert light == blocks(":root")[0]["--neutral-1"]
    assert dark == blocks(':root[data-theme="dark"]')[0]["--neutral-1"]


@pytest.mark.django_db
def test_first_view_of_each_explainer_is_small(client):
    """HTML and stylesheets of a page, compressed as they are served."""
    import_content(settings.CONTENT_DIR)
    sizes = {}
    for url in re.findall(r'href="(/articles/[\w-]+/)"', client.get("/articles/").content.decode()):
        page = client.get(url).content
        styles = re.findall(r'rel="stylesheet" href="/static/([^"]+)"', page.decode())
        files = [(settings.BASE_DIR / "static" / name).read_bytes() for name in styles]
        sizes[url] = len(brotli.compress(page, quality=5)) + sum(
            len(brotli.compress(file)) for file in files
        )
    assert {url: size for url, size in sizes.items() if size > BUDGET} == {}
    assert len(sizes) >= 4


@pytest.mark.django_db
def test_scripts_of_an_explainer_are_small(client):
    """With the modules that they import, compressed as they are served."""
    import_content(settings.CONTENT_DIR)
    page = client.get("/articles/what-is-dry-needling/").content.decode()
    found = [
        settings.BASE_DIR / "static" / name for name in re.findall(r'src="/static/(.+?)"', page)
    ]
    for script in found:
        found += [script.parent / name for name in re.findall(r'from "(.+?)"', script.read_text())]
    assert sum(len(brotli.compress(script.read_bytes())) for script in found) <= SCRIPT_BUDGET
    assert [script.stem for script in found] == ["search", "print", "combobox", "suggestions"]


def test_fonts_are_small():
    fonts = (settings.BASE_DIR / "static" / "fonts").glob("*.woff2")
    assert sum(font.stat().st_size for font in fonts) <= 60_000
