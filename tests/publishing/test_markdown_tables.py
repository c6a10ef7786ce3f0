"""Tables: headers for screen readers in a frame that the keyboard can scroll."""

import pytest

from clinic_site.publishing.markdown.sanitising import sanitise

from .rendered import html

TABLE = "| A | B |\n|---|--:|\n| 1 | 2 |"
FRAMED = (
    '<div {name} class="table-scroll" role="region" tabindex="0"><table><thead>\n'
    '<tr>\n<th scope="col">A</th>\n<th align="right" scope="col">B</th>\n</tr>\n</thead>\n'
    '<tbody>\n<tr>\n<td>1</td>\n<td align="right">2</td>\n</tr>\n</tbody>\n</table></div>'
)


def test_table_is_framed():
    assert html(TABLE) == FRAMED.format(name='aria-label="Table"')


def test_frame_is_named_by_the_heading_above():
    assert html(f"{TABLE}\n\n## How often\n\n{TABLE}") == "\n".join(
        [
            FRAMED.format(name='aria-label="Table"'),
            '<h2 id="h-how-often">How often</h2>',
            FRAMED.format(name='aria-labelledby="h-how-often"'),
        ]
    )


def test_heading_with_a_detail_names_the_frame_as_readers_see_it():
    assert html(f"## At {{{{clinic_name}}}}\n\n{TABLE}") == (
        '<h2 id="h-at-clinic_name">At <span data-clinic="clinic_name"></span></h2>\n'
        + FRAMED.format(name='aria-labelledby="h-at-clinic_name"')
    )


def test_heading_of_a_box_names_no_frame():
    box = f"/// note | A box\n\n{TABLE}\n\n///"
    assert FRAMED.format(name='aria-label="Table"') in html(box)
    assert FRAMED.format(name='aria-labelledby="h-above"') in html(f"## Above\n\n{box}")


@pytest.mark.parametrize(
    ("name", "is_kept"),
    [("h-how-often", True), ("contact-title", False), ("h-a contact-title", False), ("h-", False)],
)
def test_frame_may_be_named_by_a_heading_of_the_text_only(name, is_kept):
    attribute = f' aria-labelledby="{name}"'
    assert sanitise(f"<div{attribute}></div>") == f"<div{attribute if is_kept else ''}></div>"
