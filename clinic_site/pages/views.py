"""Home and plain pages."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Article
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing.structured_data import clinic_data, web_site
from clinic_site.publishing.views import FIELDS_OF_PAGES_ONLY, changes_page, item_page
from faq.asked import most_asked

from .body_map import body_areas
from .models import Page

WHEN_TO_GET_HELP = "side-effects-and-when-to-get-help"
MOST_EXPLAINERS = 30


@require_safe
def home(request):
    clinic = ClinicProfile.current()
    explainers = Article.objects.published().in_reading_order().select_related("topic")
    return render(
        request,
        "pages/home.html",
        {
            "questions": most_asked(),
            "body_areas": body_areas(),
            "when_to_get_help": Article.objects.published().filter(slug=WHEN_TO_GET_HELP).first(),
            "structured_data": [web_site(request, clinic), clinic_data(request, clinic)],
            "explainers": explainers.defer(*FIELDS_OF_PAGES_ONLY)[:MOST_EXPLAINERS],
        },
    )


def detail(request, slug):
    return item_page(request, Page, slug, template="pages/detail.html", trail=[])


def changes(request, slug):
    return changes_page(request, Page, slug, trail=[])
