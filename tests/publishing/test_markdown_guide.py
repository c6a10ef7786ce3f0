"""The editors' guide in content/README.md says what the code does."""

import re
from textwrap import dedent

import pytest
from django.conf import settings

from clinic_site.images.shown import Shown
from clinic_site.publishing.markdown.boxes import BOXES
from clinic_site.publishing.markdown.clinic_details import NAMES
from clinic_site.publishing.registry import content_models
from clinic_site.publishing.rendering import Facts, render

GUIDE = (settings.BASE_DIR / "content" / "README.md").read_text()
EXAMPLES = [
    dedent(example) for example in re.findall(r"(?:^    .*\n(?:\n(?=    ))?)+", GUIDE, re.M)
]
FACTS = Facts(
    references={"Boyce2020": None, "Brady2014": None},
    terms=[],
    item_url=lambda address: "/there/",
    picture=lambda name: Shown("", f"/media/{name}", 1, 1, ""),
)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_works(example):
    assert render(example, FACTS).problems == []


def test_every_box_is_explained():
    assert re.findall(r"`/// ([\w-]+)", GUIDE) == list(BOXES)


def test_every_clinic_detail_is_explained():
    assert re.findall(r"^    \{\{.*", GUIDE, re.M) == [
        "    " + "   ".join(f"{{{{{name}}}}}" for name in NAMES)
    ]


def test_every_front_matter_key_is_explained():
    explained = re.findall(r"^\| `(\w+)` \|", GUIDE, re.M)
    assert sorted(explained) == sorted(
        {key for model in content_models().values() for key in model.front_matter_fields}
    )
