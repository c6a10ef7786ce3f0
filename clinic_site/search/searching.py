"""What readers find: `search(query, at=None)`."""

import json
from dataclasses import dataclass, field

from django.db.models import Q

from clinic_site.publishing.registry import content_models
from clinic_site.publishing.views import FIELDS_OF_PAGES_ONLY

MOST_FOUND = 30
LONGEST_QUERY = 200


@dataclass(frozen=True)
class Hit:
    """A published item that answers a query; `extract` is safe HTML that marks the words."""

    item: object
    extract: str = ""


@dataclass(frozen=True)
class Results:
    """What was looked for, what was found, the best first, and what else may have been meant."""

    query: str
    hits: list = field(default_factory=list)
    did_you_mean: str = ""


def search(query, at=None):
    """The published items that answer a query at a moment (now). Any text is a query."""
    query = " ".join(query.replace("\0", "").split())[:LONGEST_QUERY]
    words = [word for word in query.split() if any(map(str.isalnum, word))]
    return Results(query, [Hit(item) for item in _find(words, at)] if words else [])


def _find(words, at):
    """Published items that hold every word in their title, summary or other names."""
    condition = Q()
    for word in words:
        condition &= Q(title__icontains=word) | Q(summary__icontains=word) | _is_other_name(word)
    return [
        item
        for model in content_models().values()
        for item in model.objects.published(at)
        .filter(condition)
        .defer(*FIELDS_OF_PAGES_ONLY)
        .order_by("position")[:MOST_FOUND]
    ]


def _is_other_name(word):
    """Other names are searched as JSON: SQLite stores é as \\u00e9, PostgreSQL as it is."""
    escaped, plain = (json.dumps(word, ensure_ascii=is_ascii)[1:-1] for is_ascii in (True, False))
    return Q(also_called__icontains=escaped) | Q(also_called__icontains=plain)
