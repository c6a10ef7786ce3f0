"""The page of results."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from .searching import search


@require_safe
def results(request):
    found = search(request.GET.get("q", ""))
    return render(request, "search/results.html", {"query": found.query, "results": found})
