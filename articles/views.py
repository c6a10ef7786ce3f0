"""Explainers: by topic, and one."""

from django.urls import reverse

from clinic_site.publishing.views import changes_page, item_page, list_page, topic_page

from .models import Article


def index(request):
    return list_page(request, Article.objects.all(), template="articles/index.html", trail=_trail())


def topic(request, slug):
    return topic_page(request, Article, slug, template="articles/topic.html", trail=_trail())


def detail(request, slug):
    return item_page(request, Article, slug, template="articles/detail.html", trail=_trail())


def changes(request, slug):
    return changes_page(request, Article, slug, trail=_trail())


def _trail():
    return [("Explainers", reverse("articles:index"))]
