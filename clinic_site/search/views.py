"""The page of results."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from faq.asked import most_asked

from .searching import search

HITS_A_PAGE = 10


@require_safe
@cache_control(private=True)
def results(request):
    asked = search(request.GET.get("q", ""))
    found = asked if asked.hits or not asked.did_you_mean else search(asked.did_you_mean)
    return render(
        request,
        "search/results.html",
        {
            "query": asked.query,
            "found": found if found.hits else asked,
            "page": Paginator(found.hits, HITS_A_PAGE).get_page(request.GET.get("page")),
            "asked_most": () if asked.query else most_asked(),
        },
    )
