"""Two changes of one text: put together where they do not touch, told where they do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_site.publishing.merging import (
    MOST_PARTS,
    Merged,
    Place,
    merge_entries,
    merge_sentences,
    merge_values,
)

BASE = "One is old. Two is old.\n\nThree is old.\n\n- Four\n- Five\n"

# Each sentence that hypothesis writes can be told from every other one.
SENTENCES = st.sampled_from([f"Number {number} is a sentence." for number in range(30)])
GAPS = st.sampled_from([" ", "\n\n", "\n- "])
BODIES = st.lists(st.tuples(SENTENCES, GAPS), max_size=8).map(
    lambda parts: "".join(sentence + gap for sentence, gap in parts)
)
ENTRIES = st.lists(st.sampled_from("abcdef"), unique=True).map("\n".join)
WAYS = st.sampled_from([merge_values, merge_entries, merge_sentences])


def sentences_of(text):
    return {f"Number {words.split(' ')[0]} " for words in text.split("Number ")[1:]}


def mirrored(places):
    return [(place.base, place.theirs, place.mine) for place in places]


def test_changes_of_different_sentences_are_put_together():
    mine = BASE.replace("One is old", "One is mine")
    theirs = BASE.replace("Two is old", "Two is theirs").replace("- Five\n", "- Five\n- Six\n")
    assert merge_sentences(BASE, mine, theirs) == Merged(
        "One is mine. Two is theirs.\n\nThree is old.\n\n- Four\n- Five\n- Six\n"
    )


def test_changes_of_one_sentence_are_a_place_to_choose_at():
    mine, theirs = (BASE.replace("Three is", f"Three was {who}") for who in ("mine", "theirs"))
    merged = merge_sentences(BASE, mine, theirs)
    assert merged == Merged(
        mine,
        (Place("Three is old.", "Three was mine old.", "Three was theirs old.", at=25),),
    )
    assert merged.text[25:].startswith("Three was mine old.")


def test_sentence_stays_with_its_source():
    base = "It helps. [@A2020] It is safe, e.g. Dr. Ann says so."
    mine, theirs = base.replace("helps", "may help"), base.replace("A2020", "B2021")
    assert merge_sentences(base, mine, theirs).places == (
        Place("It helps. [@A2020]", "It may help. [@A2020]", "It helps. [@B2021]"),
    )


def test_words_taken_out_by_one_and_changed_by_the_other_are_a_place():
    mine, theirs = BASE.replace("Three is old.\n\n", ""), BASE.replace("Three is", "Three was")
    (place,) = merge_sentences(BASE, mine, theirs).places
    assert (place.mine, place.theirs.strip()) == ("", "Three was old.")


def test_paragraphs_that_both_added_at_the_end_stand_alone_in_their_place():
    merged = merge_sentences("One.\n", "One.\n\nMine.\n", "One.\n\nTheirs.\n")
    assert [(place.base, place.mine.strip(), place.theirs.strip()) for place in merged.places] == [
        ("\n", "Mine.", "Theirs.")
    ]


def test_the_same_change_and_other_spaces_are_nothing_to_choose():
    mine, theirs = BASE.replace("One", "Uno"), BASE.replace("One", "Uno").replace("Two", " Two")
    assert merge_sentences(BASE, mine, theirs).places == ()
    assert merge_values("A title", "A new title", "A  new title ") == Merged("A new title")


def test_text_without_a_common_one_is_one_place():
    assert merge_sentences("", "Mine.", "Theirs.") == Merged(
        "Mine.", (Place("", "Mine.", "Theirs."),)
    )


def test_text_of_too_many_parts_is_put_together_as_a_whole():
    base = "Again. " * MOST_PARTS
    assert merge_sentences(base, f"{base}Mine.", base) == Merged(f"{base}Mine.")
    assert len(merge_sentences(base, f"Mine. {base}", f"{base}Theirs.").places) == 1


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        ("Old", "Theirs", Merged("Theirs")),
        ("Mine", "Old", Merged("Mine")),
        ("Mine", "Theirs", Merged("Mine", (Place("Old", "Mine", "Theirs"),))),
    ],
)
def test_who_changed_a_value_wins(mine, theirs, merged):
    assert merge_values("Old", mine, theirs) == merged


def test_entries_of_both_are_in_and_what_either_took_out_is_not():
    assert merge_entries("a\nb\nc", "b\nc\nmine", "a\nb\ntheirs") == Merged("b\nmine\ntheirs")


@given(base=BODIES, mine=BODIES, theirs=BODIES)
def test_no_new_sentence_of_either_is_lost(base, mine, theirs):
    merged = merge_sentences(base, mine, theirs)
    shown = merged.text + "".join(place.theirs for place in merged.places)
    new = (sentences_of(mine) | sentences_of(theirs)) - sentences_of(base)
    assert new <= sentences_of(shown)


@given(base=BODIES, mine=BODIES, theirs=BODIES)
def test_each_place_stands_where_it_says(base, mine, theirs):
    merged = merge_sentences(base, mine, theirs)
    found = [merged.text[place.at : place.at + len(place.mine)] for place in merged.places]
    assert found == [place.mine for place in merged.places]


@given(merge=WAYS, base=ENTRIES, mine=ENTRIES)
def test_one_unchanged_side_gives_the_other(merge, base, mine):
    assert merge(base, mine, base) == merge(base, base, mine) == Merged(mine)


@given(base=BODIES, mine=BODIES)
def test_one_unchanged_body_gives_the_other(base, mine):
    for merged in (merge_sentences(base, mine, base), merge_sentences(base, base, mine)):
        assert (merged.text.split(), merged.places) == (mine.split(), ())


@given(merge=WAYS, base=BODIES, mine=BODIES, theirs=BODIES)
def test_both_sides_are_treated_alike(merge, base, mine, theirs):
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assert mirrored(one.places) == [(p.base, p.mine, p.theirs) for p in other.places]
    if not one.places:
        assert sorted(one.text.split()) == sorted(other.text.split())


def test_entry_that_one_side_has_twice_is_in_once():
    assert merge_entries("", "sore\nache\nsore", "ache") == Merged("sore\nache")


@given(base=ENTRIES, mine=ENTRIES, theirs=ENTRIES)
def test_an_entry_is_in_when_somebody_added_it_or_both_kept_it(base, mine, theirs):
    old, ours, others = (set(text.split()) for text in (base, mine, theirs))
    merged = merge_entries(base, mine, theirs).text.split("\n")
    assert {*filter(None, merged)} == (ours - old) | (others - old) | (old & ours & others)
