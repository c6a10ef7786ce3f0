"""Figures: drawings inline, photographs as files, and no picture without its words."""

import pytest

from clinic_site.publishing.markdown.sanitising import sanitise

from .rendered import html, problems


def test_drawing_is_put_in_and_named_by_the_alt_text():
    assert html('![Where "lungs" & <ribs> are](lungs.svg "Look at the top.")') == (
        '<figure class="figure"><svg class="drawing" viewBox="0 0 1 1" role="img" '
        'aria-label="Where &quot;lungs&quot; &amp; &lt;ribs&gt; are" aria-describedby="d-desc">'
        '<title id="d-title">Lungs</title><desc id="d-desc">Where they are.</desc></svg>'
        "<figcaption>Look at the top.</figcaption></figure>"
    )


def test_photograph_has_its_size_and_credit():
    assert html('![A room](room.webp "Our room. [@Boyce2020]")') == (
        '<figure class="figure"><img alt="A room" decoding="async" height="480" loading="eager" '
        'src="/media/room.webp" width="640"><figcaption>Our room.<sup class="citation">'
        '<a aria-label="Source 1" href="#ref-Boyce2020" id="cite-Boyce2020-1">1</a></sup> '
        '<span class="figure__credit">Photo: A. Person</span></figcaption></figure>'
    )


def test_picture_is_served_in_the_format_and_size_that_fit():
    sizes = 'sizes="(min-width: 41rem) 36rem, calc(94vw - 2rem)"'
    assert html("Words.\n\n![A desk](desk.webp)").removeprefix("<p>Words.</p>\n") == (
        '<figure class="figure" data-version="0123456789abcdef0123"><picture>'
        f'<source {sizes} srcset="/media/a.avif 400w, /media/b.avif 800w" type="image/avif">'
        f'<source {sizes} srcset="https://media.example/a.webp 400w" type="image/webp">'
        '<img alt="A desk" decoding="async" height="900" loading="lazy" src="/media/desk.jpg" '
        'width="1600"></picture></figure>'
    )


def test_only_a_picture_that_comes_first_is_loaded_at_once():
    figures = html("![A](room.webp)\n\n![B](room.webp)\n\n> ![C](room.webp)").split("<figure")
    assert ["eager" in figure for figure in figures] == [False, True, False, False]


def test_decorative_picture_needs_no_alt_text():
    assert problems("![](wall.webp)") == []
    assert 'alt=""' in html("![](wall.webp)")


def test_decorative_picture_may_have_alt_text():
    assert 'alt="A wall"' in html("![A wall](wall.webp)")


@pytest.mark.parametrize(
    "attribute",
    [
        'srcset="//evil.example/a.avif 400w"',
        'srcset="data:image/png;base64,AA 400w"',
        'srcset="/media/a.avif 400w, javascript:alert(1) 800w"',
        'srcset="/media/a.avif"',
        'sizes="100vw"',
        'type="image/svg+xml"',
        'media="print"',
        'src="/media/a.avif"',
    ],
)
def test_source_keeps_nothing_but_renditions(attribute):
    assert sanitise(f"<picture><source {attribute}></picture>") == "<picture><source></picture>"


def test_without_caption_there_is_no_figcaption():
    assert html("![Lungs](lungs.svg)").endswith("</svg></figure>")


def test_credit_is_given_without_a_caption_too():
    assert html("![A room](room.webp)").endswith(
        '<figcaption><span class="figure__credit">Photo: A. Person</span></figcaption></figure>'
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("![](lungs.svg)", "The image has no alt text"),
        ("![](room.webp)", "The image has no alt text"),
        ("![Lungs](liver.svg)", 'There is no picture "liver.svg"'),
        ("![Lungs](https://a.example/b.png)", 'The image "https://a.example/b.png" is an address'),
        ("![Lungs](//a.example/b.png)", 'The image "//a.example/b.png" is an address'),
        (
            "![Lungs](data:image/png;base64,AA)",
            'The image "data:image/png;base64,AA" is an address',
        ),
        ("See ![Lungs](lungs.svg)", "An image stands inside a text"),
        ("![Lungs](lungs.svg) ![Lungs](lungs.svg)", "An image stands inside a text"),
        ("- ![Lungs](lungs.svg)", "An image stands inside a text"),
    ],
)
def test_misuse_is_reported_and_leaves_the_words(text, message):
    assert problems(f"Text\n\n{text}") == [(3, message)]
    assert [tag for tag in ("<img", "<svg", "<figure") if tag in html(text)] == []
