"""What patients searched for in vain, and what staff can do about it."""

from datetime import timedelta
from urllib.parse import urlencode

from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.db.models import Sum
from django.urls import reverse
from django.utils.text import capfirst

from clinic_site.publishing.folding import folded
from clinic_site.publishing.permissions import may, may_see
from clinic_site.publishing.registry import content_models
from clinic_site.search.counting import week_of
from clinic_site.search.models import SearchCount, Synonym
from clinic_site.search.searching import search

from .sections import SHOWN, Section, Task

WEEKS = 4
# What was looked for once may be a slip.
FEWEST_TIMES = 2
# Each of these is searched for again.
MOST_LOOKED_AT = 20


def found_nothing(user, at):
    """A search that finds something by now needs nobody any more."""
    rows = _counted(user, at, "found_nothing")[:MOST_LOOKED_AT]
    rows = [row for row in rows if not search(row["words"], at).hits]
    return _section("Searched for, nothing found", user, rows)


def not_opened(user, at):
    rows = [row for row in _counted(user, at, "shown") if not row["times_opened"]]
    return _section("Found, but nobody opened a result", user, rows)


def _counted(user, at, field):
    """The words of the last weeks that are no synonym yet, the most frequent first."""
    if not may_see(user, SearchCount):
        return []
    counts = (
        SearchCount.objects.filter(week__gt=week_of(at) - timedelta(weeks=WEEKS))
        .values("words")
        .annotate(times=Sum(field), times_opened=Sum("opened"))
        .filter(times__gte=FEWEST_TIMES)
        .order_by("-times", "words")
    )
    synonyms = set(map(folded, Synonym.objects.values_list("words", flat=True)))
    return [row for row in counts if row["words"] not in synonyms]


def _section(title, user, rows):
    tasks = [_task(user, row["words"], row["times"]) for row in rows[:SHOWN]]
    every = reverse(admin_urlname(SearchCount._meta, "changelist"))
    lists = [("every search", every)] if len(rows) > len(tasks) else []
    return Section(title, tasks, len(rows), lists)


def _task(user, words, times):
    detail = f"{times} times in the last {WEEKS} weeks"
    return Task(words, _address("search:results", q=words), detail, actions=_actions(user, words))


def _actions(user, words):
    """What may be done about words, as far as this user may."""
    question = content_models()["faq"]
    ways = [
        ("Add as a synonym of …", Synonym, {"words": words}),
        ("Write this question", question, {"title": capfirst(words)}),
    ]
    return [
        (label, _address(admin_urlname(model._meta, "add"), **filled_in))
        for label, model, filled_in in ways
        if may(user, "add", model)
    ]


def _address(name, **filled_in):
    return f"{reverse(name)}?{urlencode(filled_in)}"
