"""Home, plain pages, and a plain search over titles and summaries."""

import json

from django.db.models import Q
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Article
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing.registry import content_models
from clinic_site.publishing.structured_data import clinic_data
from clinic_site.publishing.views import FIELDS_OF_PAGES_ONLY, changes_page, item_page
from faq.models import Question

from .body_map import body_areas
from .models import Page

QUESTIONS_AT_HOME = 6
WHEN_TO_GET_HELP = "side-effects-and-when-to-get-help"
MOST_FOUND = 30
LONGEST_QUERY = 200


@require_safe
def home(request):
    questions = Question.objects.published().order_by("position", "topic__position")
    explainers = Article.objects.published().in_reading_order().select_related("topic")
    return render(
        request,
        "pages/home.html",
        {
            "questions": questions.defer(*FIELDS_OF_PAGES_ONLY)[:QUESTIONS_AT_HOME],
            "body_areas": body_areas(),
            "when_to_get_help": Article.objects.published().filter(slug=WHEN_TO_GET_HELP).first(),
            "structured_data": [clinic_data(request, ClinicProfile.current())],
            "explainers": explainers.defer(*FIELDS_OF_PAGES_ONLY)[:MOST_FOUND],
        },
    )


def detail(request, slug):
    return item_page(request, Page, slug, template="pages/detail.html", trail=[])


def changes(request, slug):
    return changes_page(request, Page, slug, trail=[])


@require_safe
def search(request):
    query = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST_QUERY]
    words = [word for word in query.split() if any(map(str.isalnum, word))]
    found = _find(words) if words else []
    return render(request, "pages/search.html", {"query": query, "found": found})


def _find(words):
    """Published items that hold every word in their title, summary or other names."""
    condition = Q()
    for word in words:
        condition &= Q(title__icontains=word) | Q(summary__icontains=word) | _is_other_name(word)
    return [
        item
        for model in content_models().values()
        for item in model.objects.published()
        .filter(condition)
        .defer(*FIELDS_OF_PAGES_ONLY)
        .order_by("position")[:MOST_FOUND]
    ]


def _is_other_name(word):
    """Other names are searched as JSON: SQLite stores é as \\u00e9, PostgreSQL as it is."""
    escaped, plain = (json.dumps(word, ensure_ascii=is_ascii)[1:-1] for is_ascii in (True, False))
    return Q(also_called__icontains=escaped) | Q(also_called__icontains=plain)
