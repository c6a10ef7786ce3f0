"""The page of results, what is suggested while somebody types, and what came of it."""

from urllib.parse import urlsplit

from django.core.paginator import Paginator
from django.core.signing import BadSignature
from django.http import HttpResponse, HttpResponseBadRequest, HttpResponseForbidden
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from faq.asked import most_asked

from .counting import count_event, count_found_nothing, token_for
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
    # Staff try searches to see what patients find.
    is_counted = request.method == "GET" and not request.user.is_staff
    if is_counted and not found.hits:
        count_found_nothing(asked.query)
    return render(
        request,
        "search/results.html",
        {
            "query": asked.query,
            "found": found,
            "page": Paginator(found.hits, HITS_A_PAGE).get_page(request.GET.get("page")),
            "is_emergency": is_emergency(asked.query) or is_emergency(asked.did_you_mean),
            "token": token_for(found.query) if is_counted and found.hits else "",
            "asked_most": () if asked.query else most_asked(),
        },
    )


@require_safe
@cache_control(public=True, max_age=SECONDS_TO_KEEP_SUGGESTIONS)
def suggestions(request):
    answer = small_json(suggest(request.GET.get("q", "")))
    return HttpResponse(answer, content_type="application/json")


@csrf_exempt
@require_POST
def counted(request):
    """Counts what a page of results tells; without a cookie, so that nobody is known again."""
    if not _comes_from_this_site(request):
        return HttpResponseForbidden()
    try:
        count_event(request.POST.get("token", ""), request.POST.get("event", ""))
    except BadSignature:
        return HttpResponseBadRequest()
    return HttpResponse(status=204)


def _comes_from_this_site(request):
    """Browsers say so, the older ones in the first way only."""
    origin = request.headers.get("Origin", "")
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    return urlsplit(origin).netloc == request.get_host() and site == "same-origin"


def _found_for(asked):
    """What the words typed found; if that is nothing, what the words found that may be meant."""
    if asked.hits or not asked.did_you_mean:
        return asked
    meant = search(asked.did_you_mean)
    return meant if meant.hits else asked
