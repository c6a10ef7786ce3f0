"""Questions: grouped with their short answers, and one with its full answer."""

from django.urls import reverse

from clinic_site.publishing.structured_data import faq_page
from clinic_site.publishing.views import changes_page, item_page, list_page, topic_page

from .models import Question


def index(request):
    return list_page(
        request,
        Question.objects.all(),
        template="faq/index.html",
        trail=_trail(),
        describe=faq_page,
    )


def topic(request, slug):
    return topic_page(request, Question, slug, template="faq/topic.html", trail=_trail())


def detail(request, slug):
    return item_page(request, Question, slug, template="faq/detail.html", trail=_trail())


def changes(request, slug):
    return changes_page(request, Question, slug, trail=_trail())


def _trail():
    return [("Questions", reverse("faq:index"))]
