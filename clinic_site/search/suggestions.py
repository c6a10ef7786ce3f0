"""What a search field suggests while somebody types: titles, questions and words explained."""

import json
from heapq import nsmallest
from itertools import islice
from operator import itemgetter

from django.urls import reverse

from clinic_site.publishing.folding import folded
from clinic_site.publishing.models import Term

from .catalogue import entries

MOST_SUGGESTED = 8
LARGEST_ANSWER = 2000  # bytes
FEWEST_LETTERS = 2
LONGEST_QUERY = 100


def suggest(typed):
    """Public pages and terms with words that begin like each word typed, the best first."""
    typed = folded(typed[:LONGEST_QUERY])
    if len(typed) < FEWEST_LETTERS:
        return []
    found = nsmallest(2 * MOST_SUGGESTED, _matching(typed), key=itemgetter(0))
    return list(islice(_public([entry for _, entry in found]), MOST_SUGGESTED))


def small_json(suggestions):
    """As many of the suggestions as fit into the largest answer."""
    answer = json.dumps({"suggestions": suggestions}, ensure_ascii=False, separators=(",", ":"))
    if len(answer.encode()) <= LARGEST_ANSWER:
        return answer
    return small_json(suggestions[:-1])


def _matching(typed):
    """Entries with their ranks: titles that begin so, words of titles, other names."""
    start, *more = words = [f" {word}" for word in typed.split()]
    for entry in entries():
        if start in entry.all_names and all(word in entry.all_names for word in more):
            yield _rank(entry.title, f" {typed}", words), entry


def _rank(title, start, words):
    if title.startswith(start):
        return 0
    return 1 if all(word in title for word in words) else 2


def _public(found):
    """Suggestions of the entries whose rows are public at this moment."""
    rows = {model: _rows(model, found) for model in {entry.model for entry in found}}
    for entry in found:
        if row := rows[entry.model].get(entry.pk):
            yield _suggestion(row)


def _rows(model, found):
    pks = [entry.pk for entry in found if entry.model is model]
    if model is Term:
        return Term.objects.in_bulk(pks)
    return model.objects.published().only("title", "slug").in_bulk(pks)


def _suggestion(row):
    if isinstance(row, Term):
        return {"title": row.term, "kind": "Meaning", "url": _address_of_term(row)}
    return {"title": row.title, "kind": row.kind.capitalize(), "url": row.get_absolute_url()}


def _address_of_term(term):
    return f"{reverse('pages:glossary')}#{term.slug}"
