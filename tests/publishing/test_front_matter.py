"""Content files: reading and writing are inverses, and what is wrong is named with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_site.publishing.front_matter import clean_body, dump, parse
from clinic_site.publishing.problems import TextError

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=80)
LINE = TEXT.map(lambda text: " ".join(text.split()))
VALUES = st.dictionaries(
    st.from_regex(r"[a-z_]{1,12}", fullmatch=True),
    st.one_of(
        LINE,
        st.integers(0, 1000),
        st.lists(LINE, max_size=4),
        st.datetimes().map(lambda moment: moment.replace(microsecond=0)),
    ),
    max_size=6,
)


@given(values=VALUES, body=TEXT)
def test_parse_reads_what_dump_wrote(values, body):
    parsed = parse(dump(values, body))
    assert (parsed.values, parsed.body) == (values, clean_body(body))


@given(values=VALUES, body=TEXT)
def test_dump_of_parsed_text_is_the_same_text(values, body):
    text = dump(values, body)
    parsed = parse(text)
    assert dump(parsed.values, parsed.body) == text


@given(values=VALUES, body=TEXT)
def test_windows_line_ends_change_nothing(values, body):
    text = dump(values, body.replace("\r", ""))
    assert parse(text.replace("\n", "\r\n")).body == parse(text).body


def lines_of_problems(text):
    try:
        parse(text)
    except TextError as error:
        return [problem.line for problem in error.problems]
    return []


@given(text=TEXT)
def test_any_text_is_parsed_or_refused_with_a_line(text):
    for candidate in (text, f"---\n{text}\n---\n{text}"):
        assert all(line >= 1 for line in lines_of_problems(candidate))


def problems(text):
    with pytest.raises(TextError) as refused:
        parse(text)
    return [(problem.line, problem.message) for problem in refused.value.problems]


def test_lines_of_keys_and_body_are_known():
    parsed = parse("---\ntitle: A\nrelated:\n- b\nposition: 1\n---\n\n\nBody\n")
    assert parsed.lines == {"title": 2, "related": 3, "position": 5}
    assert parsed.body_offset == 8


def test_missing_front_matter_is_named():
    assert problems("Just words.") == [
        (1, "The front matter is missing. Start the file with a block between `---`.")
    ]


def test_broken_yaml_names_its_line():
    [(line, message)] = problems("---\ntitle: A\nsummary: b: c\n---\n\nBody\n")
    assert line == 3
    assert message.startswith("The YAML cannot be read: mapping values are not allowed")


def test_key_written_twice_is_named():
    assert problems("---\ntitle: A\ntitle: B\n---\n\nBody\n") == [
        (3, "The key `title` stands here a second time. Keep one.")
    ]


def test_front_matter_that_is_a_list_is_named():
    assert problems("---\n- title\n---\n\nBody\n") == [
        (2, "This is not a list of `key: value` lines. Write it as one.")
    ]


@pytest.mark.parametrize("end", ["---", "---  ", "---\n"])
def test_line_of_dashes_in_the_body_ends_nothing(end):
    assert parse(f"---\ntitle: A\n{end}\nOne\n\n---\n\nTwo").body == "One\n\n---\n\nTwo\n"


@pytest.mark.parametrize("key", ["1", "yes", "? [a, b]\n", "{a: b}", "2026-01-05"])
def test_key_that_is_no_word_is_named(key):
    [(line, message)] = problems(f"---\ntitle: A\n{key}: x\n---\n\nBody\n")
    assert line == 3
    assert message.startswith(("This key is no plain word.", "The YAML cannot be read"))
