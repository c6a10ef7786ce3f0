"""What may be kept of a search."""

import pytest

from clinic_site.search.personal import EVERYDAY_WORDS, impersonal

KNOWN = {"acupuncture": 9, "back": 5, "fibromyalgia": 2, "needling": 40, "pain": 30, "20560": 1}


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("Sauna after needling?", "sauna after needling"),
        ("can’t fly", "cant fly"),
        ("FIBROMYALGIA", "fibromyalgia"),
        ("fibromialgia", "fibromyalgia"),
        ("my 12 year old", "my 12 year old"),
        ("code 20560", "code 20560"),
        ("shockwave or botox", "shockwave or botox"),
        ("is there parking", "is there parking"),
    ],
)
def test_words_of_the_site_and_everyday_words_are_kept(query, kept):
    assert impersonal(query, KNOWN) == kept


@pytest.mark.parametrize(
    "query",
    [
        "John Smith", "smith", "Mark Baker back pain", "does Grace work here", "maria gonzález",
        "patel needling", "will jones", "Li Wei", "müller", "李小龙", "Ana",
    ],
)  # fmt: skip
def test_names_drop_the_whole_query(query):
    assert impersonal(query, KNOWN) == ""


@pytest.mark.parametrize(
    "query",
    [
        "07700 900123", "pain 0 77 00", "born 3.4.81", "n1 9gu", "SW1A 1AA", "pain 123",
        "٠٧٧٠٠", "pain me@example.org", "me at example.org", "www.example", "https://pain",
        "20560 123",
    ],
)  # fmt: skip
def test_numbers_and_addresses_drop_the_whole_query(query):
    assert impersonal(query, KNOWN) == ""


@pytest.mark.parametrize("query", ["", "?!", "%\0🦴", "xqzwv", "pain " * 11, "a" * 10_000])
def test_what_is_no_short_query_is_dropped(query):
    assert impersonal(query, KNOWN) == ""


def test_what_is_kept_fits_into_its_field():
    assert impersonal("misunderstandings " * 5, KNOWN) == ("misunderstandings " * 5).strip()
    assert impersonal("misunderstandings " * 6, KNOWN) == ""


def test_everyday_words_hold_no_common_name():
    words = set(EVERYDAY_WORDS.read_text(encoding="utf-8").split())
    names = {
        "ali", "anna", "baker", "chen", "david", "garcia", "grace", "hunter", "james", "john",
        "jones", "khan", "lee", "maria", "mark", "mary", "patel", "rose", "singh", "smith",
        "walker",
    }  # fmt: skip
    assert words & names == set()
