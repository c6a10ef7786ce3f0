"""Under which names the A to Z lists a page."""

import pytest

from clinic_site.publishing.names import LONGEST_NAME, ListedName, letter_of, listed_names


def words(title, also_called=(), text=""):
    return [name.words for name in listed_names(title, list(also_called), text)]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Neck pain", ListedName("n", "neck pain", "Neck pain")),
        ("The visit", ListedName("v", "visit", "The visit")),
        ("A", ListedName("a", "a", "A")),
        ("Época de dolor", ListedName("e", "epoca de dolor", "Época de dolor")),
        ("3 days of soreness", ListedName("0", "3 days of soreness", "3 days of soreness")),
        ("Боль", ListedName("0", "боль", "Боль")),
        ("?!", ListedName("0", "", "?!")),
        ("What is dry needling?", ListedName("d", "dry needling", "Dry needling")),
        ("What is the muscle twitch?", ListedName("m", "muscle twitch", "Muscle twitch")),
        ("Can I drive home?", ListedName("c", "can i drive home", "Can I drive home?")),
    ],
)
def test_page_stands_under_its_title_or_what_that_is_about(title, expected):
    assert listed_names(title, [], "") == [expected]


def test_question_with_another_name_stands_under_that_and_not_under_can_or_will():
    assert words(
        "Will I bleed or bruise?", ["swelling", "blood spot"], "A blood spot. Swelling."
    ) == [
        "Swelling",
        "Blood spot",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "can I drive", "how much", "is it safe", "Does it hurt?", "drive, really?", "", "?",
        "sore after a long drive home", "a" * (LONGEST_NAME + 1),
    ],
)  # fmt: skip
def test_other_name_that_is_long_or_a_question_is_not_listed(name):
    assert words("Driving", [name], f"{name} sore after a long drive home") == ["Driving"]


def test_misspelling_is_not_listed_and_a_name_that_the_page_uses_is():
    others = ["sholder ache", "Shoulder aches", "rotator cuff"]
    assert words("Shoulder pain", others, "A shoulder can ache.") == [
        "Shoulder pain",
        "Shoulder aches",
    ]


def test_names_that_sort_alike_are_listed_once():
    assert words("Knots", ["knots", "the knots", "KNOTS!"], "The knots.") == ["Knots"]


def test_key_fits_into_its_column_whatever_the_title():
    [name] = listed_names("ﷺ" * LONGEST_NAME, [], "")
    assert len(name.key) == LONGEST_NAME


@pytest.mark.parametrize(("key", "letter"), [("zoo", "z"), ("9 a", "0"), ("æ", "0"), ("", "0")])
def test_letter_of_a_key(key, letter):
    assert letter_of(key) == letter
