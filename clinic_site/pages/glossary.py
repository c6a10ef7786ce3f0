"""What medical words mean, and which page explains more."""

from itertools import groupby

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clinic_site.publishing.folding import folded
from clinic_site.publishing.models import ListedName, Term
from clinic_site.publishing.names import letter_of
from clinic_site.publishing.registry import content_models
from clinic_site.publishing.structured_data import breadcrumb_list, defined_term_set

from .a_to_z import with_items
from .letters import anchor_of, jump_list, label_of


@require_safe
def glossary(request):
    terms = sorted(Term.objects.all(), key=_key)
    pages = _pages_named(spelling for term in terms for spelling in _spellings(term))
    by_letter = {
        letter: [_entry(term, pages) for term in of_letter]
        for letter, of_letter in groupby(terms, lambda term: letter_of(_key(term)))
    }
    trail = [("Words explained", reverse("pages:glossary"))]
    context = {
        "letters": jump_list({letter: f"#{anchor_of(letter)}" for letter in by_letter}),
        "parts": [
            {"label": label_of(letter), "anchor": anchor_of(letter), "entries": entries}
            for letter, entries in by_letter.items()
        ],
        "trail": trail,
        "structured_data": [breadcrumb_list(request, trail), defined_term_set(request, terms)],
    }
    return render(request, "pages/glossary.html", context)


def _key(term):
    return folded(term.term)


def _spellings(term):
    return [folded(spelling) for spelling in (term.term, *term.other_spellings)]


def _entry(term, pages):
    page = next((pages[spelling] for spelling in _spellings(term) if spelling in pages), None)
    others = [s for s in term.other_spellings if folded(s) != _key(term)]
    return {"term": term, "others": others, "page": page}


def _pages_named(keys):
    """The page with each of these names; an explainer before a question of the same name."""
    names = ListedName.objects.of_published().filter(key__in=set(keys)).order_by("pk")
    rank = list(content_models().values())
    last_first = sorted(with_items(names), key=lambda name: -rank.index(type(name.item)))
    return {name.key: name.item for name in last_first}
