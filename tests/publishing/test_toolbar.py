"""What the editor offers agrees with the renderer, the editors' guide and the browsers."""

import re
from collections import Counter

import pytest
from django.conf import settings

from clinic_site.publishing.markdown import boxes
from clinic_site.publishing.toolbar import BOXES, TOOLS

from .rendered import problems

GUIDE = (settings.BASE_DIR / "content" / "README.md").read_text()


def test_every_box_of_the_renderer_is_offered():
    assert [box.name for box in BOXES] == list(boxes.BOXES)


def test_boxes_open_as_the_guide_says():
    in_guide = [line.replace("\\|", "|") for line in re.findall(r"`(/// [\w-]+[^`]*)` \|", GUIDE)]
    begun = [line[: len(box.opening)] for line, box in zip(in_guide, BOXES, strict=True)]
    assert begun == [box.opening for box in BOXES]


@pytest.mark.parametrize("box", BOXES, ids=lambda box: box.name)
def test_whole_box_has_no_problems(box):
    assert problems(box.source) == []


def test_no_two_tools_have_the_same_keys():
    keys = Counter(key for tool in TOOLS for key in tool.aria_keys.split())
    assert set(keys.values()) == {1}


def test_keys_type_no_characters_and_belong_to_no_browser():
    keys = [key for tool in TOOLS for key in tool.aria_keys.split()]
    allowed = r"Control\+Shift\+[1-9]|(?:Control|Meta)\+[BK]"
    assert [key for key in keys if not re.fullmatch(allowed, key)] == []
