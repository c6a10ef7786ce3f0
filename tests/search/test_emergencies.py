"""Which searches may be a call for help."""

import pytest

from clinic_site.search.emergencies import is_emergency


@pytest.mark.parametrize(
    "query",
    [
        "chest pain", "pain in my CHEST", "my chest hurts", "sharp pain left side of chest",
        "tight chest", "can't breathe", "I can’t breath", "cant breathe", "can`t breathe",
        "cannot breathe", "short of breath", "shortness of breath", "breathless", "out of breath",
        "it hurts when I breathe in", "trouble breathing", "breathing difficulty",
        "coughing blood", "coughing up blood", "blood when I cough", "blue lips", "lips gone blue",
        "he collapsed", "won't wake up", "not coming round", "tongue is swelling",
        "my face is swollen", "throat closing", "sudden bad headache after needling",
        "worst headache ever", "headache and stiff neck", "blurry vision", "numbness spreading",
        "numb between my legs", "no bladder control", "leg has gone weak", "I wet myself",
        "bleeding won't stop", "it keeps bleeding", "swelling getting bigger",
    ],
)  # fmt: skip
def test_signs_of_danger_are_an_emergency(query):
    assert is_emergency(query) is True


@pytest.mark.parametrize(
    "query",
    [
        "chest pian", "cheast pain", "chset hurts", "cant brethe", "shortnes of breth",
        "short of breadth", "brethless", "difficulity breathing", "couging blod", "colapsed",
        "unconcious", "tounge swollen", "blured vision", "no bladdder control",
    ],
)  # fmt: skip
def test_misspelt_signs_are_an_emergency(query):
    assert is_emergency(query) is True


@pytest.mark.parametrize(
    "query",
    [
        "", "chest", "chest exercises", "shortness of needles", "does it help back pain",
        "neck pain", "stiff neck", "can I breathe normally", "breathe out when the needle goes in",
        "headache", "bleeding", "numb leg", "weak", "blood thinners", "blood pressure",
        "blue bruise", "stop smoking", "cough", "I am confused about acupuncture", "is it painful",
        "will it hurt", "swelling", "how many sessions", "sport", "short visit", "bread",
        "what if I pass out", "pins and needles after", "%\0🦴", "a" * 10_000,
    ],
)  # fmt: skip
def test_other_searches_are_no_emergency(query):
    assert is_emergency(query) is False
