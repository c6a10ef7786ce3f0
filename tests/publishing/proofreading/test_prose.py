"""What counts as prose, and on which line it stands."""

from clinic_site.publishing.proofreading.prose import Paragraph, plain, sections

BODY = """\
You may ache. [@A1]

## Part **one**

- **One** thing
2. See [a page](faq:a)

/// emergency | Call {{emergency_number}} now if
you cannot breathe
///

| Sign | Do |
|---|---|
| Pain | Call |

![A needle](needle.svg "It is thin.")
"""


def test_sections_hold_their_prose_with_lines():
    assert [
        (section.line, [(p.line, p.text, p.is_item) for p in section.paragraphs])
        for section in sections(BODY)
    ] == [
        (1, [(1, "You may ache.", False)]),
        (3, [(5, "One thing", True), (6, "See a page", True)]),
        (8, [(9, "you cannot breathe", False)]),
    ]


def test_paragraph_keeps_its_source():
    assert sections("A claim. [@A1; @B2]")[0].paragraphs == [
        Paragraph(1, "A claim. [@A1; @B2]", "A claim.")
    ]


def test_details_of_the_clinic_are_read_as_they_sound():
    assert plain("Call {{emergency_number}} or `{{ clinic_name }}`.") == "Call 999 or us."
