"""Which searches may be a call for help."""

import pytest

from clinic_site.search.emergencies import is_emergency


@pytest.mark.parametrize(
    "query",
    [
        "chest pain", "pain in my CHEST", "my chest hurts", "can't breathe", "I can’t breath",
        "cannot breathe", "short of breath", "breathless", "coughing up blood", "blue lips",
        "he collapsed", "won't wake up", "tongue is swelling", "sudden bad headache after needling",
        "numbness spreading", "no bladder control", "bleeding won't stop",
    ],
)  # fmt: skip
def test_signs_of_danger_are_an_emergency(query):
    assert is_emergency(query) is True


@pytest.mark.parametrize(
    "query",
    [
        "", "chest", "neck pain", "can I breathe normally", "headache", "bleeding", "numb leg",
        "blood thinners", "blue bruise", "stop smoking", "I am confused about acupuncture",
        "is it painful", "swelling", "%\0🦴",
        "a" * 10_000,
    ],
)  # fmt: skip
def test_other_searches_are_no_emergency(query):
    assert is_emergency(query) is False
