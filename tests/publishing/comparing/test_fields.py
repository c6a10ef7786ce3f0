"""Two texts of an item, field by field."""

from clinic_site.publishing.comparing import compare_items
from clinic_site.publishing.comparing.fields import fields_of


def text(body="Words.", **front):
    head = "".join(f"{key}: {value}\n" for key, value in front.items())
    return f"---\n{head}---\n\n{body}\n"


def changes(old, new):
    return {
        change.key: [(row.old, row.new) for row in change.rows if not row.is_same]
        for change in compare_items(old, new)
    }


def test_only_fields_that_changed_are_told_and_the_body_comes_last():
    old = text("One.", title="Old", summary="The same.", related="[faq:a, faq:b]")
    new = text("Two.", title="New", summary="The same.", related="[faq:a]", change_note="Why.")
    found = changes(old, new)
    assert list(found) == ["title", "related", "change_note", "body"]
    assert found == {
        "title": [("Old", "New")],
        "related": [("- faq:b", "")],
        "change_note": [("", "Why.")],
        "body": [("One.", "Two.")],
    }


def test_dates_are_told_in_words():
    [change] = compare_items(text(), text(published="2026-01-05 08:00:00+00:00"))
    assert [row.new for row in change.rows] == ["05 January 2026, 08:00 UTC"]


def test_text_that_cannot_be_read_is_all_body():
    assert fields_of("no front matter") == {"body": "no front matter"}
    assert list(changes("no front matter", text(title="New"))) == ["title", "body"]


def test_same_texts_have_no_changes():
    assert compare_items(text(title="A"), text(title="A")) == []
