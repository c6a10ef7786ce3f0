"""Titles are broken where a person would break them."""

from clinic_site.publishing.cards.lines import even_lines, fill_lines


def test_lines_take_as_many_words_as_have_room():
    assert fill_lines("one two three four", 9, len) == ["one two", "three", "four"]


def test_last_line_is_not_left_with_one_word():
    title = "Does it hurt, and for how long?"
    assert fill_lines(title, 26, len) == ["Does it hurt, and for how", "long?"]
    assert even_lines(title, 26, len) == ["Does it hurt, and", "for how long?"]


def test_word_that_is_too_wide_has_a_line_of_its_own():
    assert even_lines("a physiotherapist b", 5, len) == ["a", "physiotherapist", "b"]


def test_no_words_are_no_lines():
    assert even_lines("", 100, len) == []
