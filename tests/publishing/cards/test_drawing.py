"""Cards are drawn whatever the title is, small, and in the site's own colours."""

import re
from io import BytesIO

import pytest
from django.conf import settings
from PIL import Image

from clinic_site.publishing.cards import ground
from clinic_site.publishing.cards.drawing import LEFT, TITLE_WIDTH, draw

TITLES = [
    "Knots",
    "Does it help fibromyalgia or nerve damage, gagging and jogging?",
    "Does dry needling hurt, and what can I do when it is still sore three days later?",
    "sternocleidomastoid" * 6,
    "Ω 疼痛 🩹",
    "",
]


def opened(title, clinic_name="North Clinic"):
    return Image.open(BytesIO(draw(title, clinic_name))).convert("RGB")


@pytest.mark.parametrize("title", TITLES)
def test_card_has_the_size_that_others_show_and_is_small(title):
    content = draw(title, "North Clinic")
    assert Image.open(BytesIO(content)).size == (1200, 630)
    assert len(content) < 60_000


@pytest.mark.parametrize("title", TITLES)
def test_title_stays_off_the_drawing_and_the_edge(title):
    empty, card = opened(""), opened(title)
    for around in [(LEFT + TITLE_WIDTH, 0, *ground.SIZE), (0, 450, *ground.SIZE)]:
        assert card.crop(around).tobytes() == empty.crop(around).tobytes()


def test_long_name_of_a_clinic_stays_on_the_card():
    edge = (1200 - LEFT, 0, 1200, 140)
    name = "The Clinic for Physiotherapy and Rehabilitation of the North-East of the Whole Country"
    assert opened("Knots", name).crop(edge).getcolors() == [(LEFT * 140, ground.PAPER)]


def test_letter_that_the_typeface_lacks_loses_its_accent_only():
    assert draw("Knots", "Ĺódź") == draw("Knots", "Lódz")
    assert draw("Knots", "North 疼") == draw("Knots", "North")


def test_colours_are_those_of_the_site():
    tokens = (settings.BASE_DIR / "static" / "css" / "tokens.css").read_text()
    light = dict(re.findall(r"(--[\w-]+): #(\w{6});", tokens.partition("@media")[0]))
    found = {
        "neutral-1": ground.PAPER,
        "neutral-6": ground.INK,
        "green-2": ground.GREEN,
        "yellow-2": ground.YELLOW,
        "muscle-1": ground.MUSCLE,
        "muscle-2": ground.MUSCLE_SHADE,
    }
    assert found == {name: tuple(bytes.fromhex(light[f"--{name}"])) for name in found}
