"""The clinic's details: places for them in running text, problems elsewhere."""

import pytest

from .rendered import html, problems


@pytest.mark.parametrize("name", ["clinic_name", "clinic_phone", "emergency_number"])
def test_known_detail_leaves_a_place(name):
    assert html(f"Call **{{{{{name}}}}}** now") == (
        f'<p>Call <strong><span data-clinic="{name}"></span></strong> now</p>'
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{clinic_fax}}", 'There is no clinic detail "clinic_fax"'),
        ("{{clinic_phone}", 'There is no clinic detail "clinic_phone"'),
        ("`{{clinic_phone}}`", "The clinic's details work only in running text, not in alt texts, "
         "link addresses or code"),
        ("[Call us](tel:{{clinic_phone}})", "The clinic's details work only in running text, "
         "not in alt texts, link addresses or code"),
        ("![{{clinic_name}}](lungs.svg)", "The clinic's details work only in running text, "
         "not in alt texts, link addresses or code"),
    ],
)  # fmt: skip
def test_misuse_is_reported_with_its_line(text, message):
    assert problems(f"Text\n\n{text}") == [(3, message)]


def test_escaped_braces_are_text():
    assert html(r"\{{clinic_name}}") == "<p>{{clinic_name}}</p>"
    assert problems(r"\{{clinic_name}}") == []
