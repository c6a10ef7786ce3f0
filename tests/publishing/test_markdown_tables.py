"""Tables: headers for screen readers in a frame that the keyboard can scroll."""

from .rendered import html

TABLE = "| A | B |\n|---|--:|\n| 1 | 2 |"
FRAMED = (
    '<div aria-label="{label}" class="table-scroll" role="region" tabindex="0"><table><thead>\n'
    '<tr>\n<th scope="col">A</th>\n<th align="right" scope="col">B</th>\n</tr>\n</thead>\n'
    '<tbody>\n<tr>\n<td>1</td>\n<td align="right">2</td>\n</tr>\n</tbody>\n</table></div>'
)


def test_table_is_framed():
    assert html(TABLE) == FRAMED.format(label="Table")


def test_frame_is_named_by_the_heading_above():
    assert html(f"## How often\n\n{TABLE}") == (
        '<h2 id="h-how-often">How often</h2>\n' + FRAMED.format(label="Table: How often")
    )
