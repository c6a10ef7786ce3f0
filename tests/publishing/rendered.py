"""Facts of an invented site, and short ways to look at what a text becomes."""

from clinic_site.images.shown import Shown
from clinic_site.publishing.rendering import Facts, Term, render

DRAWING = (
    '<svg class="drawing" viewBox="0 0 1 1" role="img" aria-labelledby="d-title d-desc">'
    '<title id="d-title">Lungs</title><desc id="d-desc">Where they are.</desc></svg>'
)
PICTURES = {
    "lungs.svg": Shown(DRAWING, "", 0, 0, ""),
    "room.webp": Shown("", "/media/room.webp", 640, 480, "Photo: A. Person"),
    "wall.webp": Shown("", "/media/wall.webp", 640, 480, "", is_decorative=True),
    "desk.webp": Shown(
        "",
        "/media/desk.jpg",
        1600,
        900,
        "",
        sources=(
            ("image/avif", "/media/a.avif 400w, /media/b.avif 800w"),
            ("image/webp", "https://media.example/a.webp 400w"),
        ),
        version="0123456789abcdef0123",
    ),
}
ADDRESSES = {"faq:is-it-painful": "/faq/is-it-painful/", "pages:privacy": "/privacy/"}
FACTS = Facts(
    references={"Brady2014": None, "Boyce2020": None},
    terms=[
        Term("trigger point", "A sore spot.", ("trigger spot",)),
        Term("active trigger point", "A spot that hurts by itself.", ()),
    ],
    item_url=ADDRESSES.get,
    picture=PICTURES.get,
)


def html(text):
    return render(text, FACTS).html


def problems(text):
    """The line and the first sentence of each problem."""
    found = render(text, FACTS).problems
    return [(problem.line, problem.message.split(". ")[0]) for problem in found]
