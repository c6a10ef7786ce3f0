"""What a rendering depends on beside the text: sources, terms, addresses and pictures."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.urls import reverse

from clinic_site.images import drawings, library

from . import own_addresses
from .models import FormerAddress, Reference, Term
from .registry import content_models
from .rendering import Facts
from .rendering import Term as RenderedTerm


@dataclass(frozen=True)
class CurrentFacts(Facts):
    """The facts of this site, and a digest that changes when pages have to be rendered anew."""

    fingerprint: str = ""


def current_facts(coming_addresses=frozenset()):
    """The facts as the database and the content folder hold them now.

    `coming_addresses` are those of items that are about to be saved, as in an import.
    """
    keys = sorted(Reference.objects.values_list("key", flat=True))
    terms = [
        RenderedTerm(term.term, term.meaning, tuple(term.other_spellings))
        for term in Term.objects.all()
    ]
    sources = (file.read_text(encoding="utf-8") for file in drawings.files())
    item_url = cache(lambda address: _item_url(address, coming_addresses))
    return CurrentFacts(
        references=dict.fromkeys(keys),
        terms=terms,
        item_url=item_url,
        picture=cache(library.find),
        settle=cache(lambda address: own_addresses.settle(address, item_url)),
        fingerprint=_digest(repr(keys), repr(terms), library.state(), _code_digest(), *sources),
    )


def _item_url(address, coming_addresses):
    content_dir, _, slug = address.partition(":")
    model = content_models().get(content_dir)
    if model is None:
        return None
    # A page that was withdrawn says so to whoever follows a link; a draft is nowhere.
    published_once = model.objects.published_once().filter(slug=slug)
    if address in coming_addresses or published_once.exists():
        return reverse(model.url_name, args=[slug])
    moved = FormerAddress.objects.item_at(model, slug)
    return moved and moved.get_absolute_url()


@cache
def _code_digest():
    here = Path(__file__).parent
    # What is kept beside a rendering, to find the item by, is made anew with it.
    beside = [here / name for name in ("names.py", "folding.py", "subjects.py")]
    sources = [here / "rendering.py", *sorted((here / "markdown").glob("*.py")), *beside]
    versions = (version(name) for name in ("Markdown", "nh3", "pymdown-extensions"))
    return _digest(*versions, *(source.read_text(encoding="utf-8") for source in sources))


def _digest(*parts):
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
