"""Which file of a picture a browser takes."""

import pytest

from articles.models import Article
from clinic_site.images.keeping import keep
from clinic_site.images.uploads import read_picture
from tests.images.making import picture, uploaded


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.parametrize(
    ("screen", "pixels_to_each", "width", "shown_width"),
    [(390, 1, 400, 336), (390, 2, 800, 336), (390, 3, 1200, 336), (1280, 2, 1200, 581)],
)
def test_browser_takes_the_width_that_its_screen_shows(
    browser, live_server, make_live, screen, pixels_to_each, width, shown_width
):
    kept = keep(read_picture(uploaded(picture(size=(1600, 800)))), alt_text="A room")
    page_of = make_live(Article, "room", body=kept.as_markdown())
    context = browser.new_context(
        viewport={"width": screen, "height": 844}, device_scale_factor=pixels_to_each
    )
    page = context.new_page()
    page.goto(f"{live_server.url}{page_of.get_absolute_url()}")
    image = page.get_by_role("img", name="A room")
    taken = image.evaluate("image => image.decode().then(() => image.currentSrc)")
    path = next(made["path"] for made in kept.renditions if made["width"] == width)
    assert (taken, path[-5:]) == (f"{live_server.url}/media/{path}", ".avif")
    assert round(image.bounding_box()["width"]) == shown_width
    context.close()
