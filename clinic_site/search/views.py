"""The page of results, and what is suggested while somebody types."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from faq.asked import most_asked

from .emergencies import is_emergency
from .searching import search
from .suggestions import small_json, suggest

HITS_A_PAGE = 10
# Long enough to go back a letter without asking again; a page that is withdrawn stays among
# the suggestions of a browser no longer than this.
SECONDS_TO_KEEP_SUGGESTIONS = 60


@require_safe
@cache_control(private=True)
def results(request):
    asked = search(request.GET.get("q", ""))
    found = _found_for(asked)
    return render(
        request,
        "search/results.html",
        {
            "query": asked.query,
            "found": found,
            "page": Paginator(found.hits, HITS_A_PAGE).get_page(request.GET.get("page")),
            "is_emergency": is_emergency(asked.query) or is_emergency(asked.did_you_mean),
            "asked_most": () if asked.query else most_asked(),
        },
    )


@require_safe
@cache_control(public=True, max_age=SECONDS_TO_KEEP_SUGGESTIONS)
def suggestions(request):
    answer = small_json(suggest(request.GET.get("q", "")))
    return HttpResponse(answer, content_type="application/json")


def _found_for(asked):
    """What the words typed found; if that is nothing, what the words found that may be meant."""
    if asked.hits or not asked.did_you_mean:
        return asked
    meant = search(asked.did_you_mean)
    return meant if meant.hits else asked
