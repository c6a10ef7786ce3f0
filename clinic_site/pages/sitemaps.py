"""The map of the site for search engines: an index, and a part for each kind of page.

Addresses are on the host that was asked, as the canonical ones of the pages are: ALLOWED_HOSTS
says which hosts there are, and SITE_URL need not be set for a right map.
"""

import re
from typing import NamedTuple

from django.contrib.sitemaps import Sitemap, views
from django.db.models import Max
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Article
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing.cards.keeping import card_of
from clinic_site.publishing.registry import content_models, topics_in_use
from clinic_site.publishing.views import FIELDS_OF_PAGES_ONLY
from faq.models import Question

# A part is made in one answer, with the text of each page for the pictures in it.
PAGES_A_PART = 1000
PICTURE = re.compile(r'<img [^>]*?src="([^"]+)"')
FIELDS_NOT_READ = set(FIELDS_OF_PAGES_ONLY) - {"body_html"}


class ListedPage(NamedTuple):
    """A page that shows others: it changes when one of them does."""

    url: str
    shown: list
    topic: object = None

    def get_absolute_url(self):
        return self.url


class _WithImages(Sitemap):
    """Every page has a card; a part says which other pictures its pages show."""

    limit = PAGES_A_PART

    def get_urls(self, **kwargs):
        clinic = ClinicProfile.current()
        urls = super().get_urls(**kwargs)
        for url in urls:
            origin = url["location"].removesuffix(url["item"].get_absolute_url())
            images = [self.card(url["item"], clinic).url, *self.pictures(url["item"])]
            url["images"] = [i if "://" in i else f"{origin}{i}" for i in dict.fromkeys(images)]
        return urls

    def pictures(self, item):
        return []


class ItemSitemap(_WithImages):
    """The published items of a model."""

    def __init__(self, model):
        self.model = model

    def items(self):
        return self.model.objects.published().defer(*FIELDS_NOT_READ).order_by("pk")

    def lastmod(self, item):
        return item.last_changed_at

    def get_latest_lastmod(self):
        """For the index, which has no need of the texts."""
        return _last_change(self.model.objects.published())

    def card(self, item, clinic):
        return card_of(item, clinic)

    def pictures(self, item):
        return PICTURE.findall(item.body_html)


class ListSitemap(_WithImages):
    """Home, the lists and the topics."""

    def items(self):
        lists = [
            ListedPage(reverse("pages:home"), [Article, Question]),
            ListedPage(reverse("articles:index"), [Article]),
            ListedPage(reverse("faq:index"), [Question]),
            ListedPage(reverse("pages:topics"), [Article, Question]),
            ListedPage(reverse("pages:a_to_z"), list(content_models().values())),
            # Nobody notes when a meaning changed.
            ListedPage(reverse("pages:glossary"), []),
        ]
        topics = [
            ListedPage(topic.get_absolute_url(), [model], topic)
            for model in (Article, Question)
            for topic in topics_in_use(model)
        ]
        return [*lists, *topics]

    def lastmod(self, page):
        of_topic = {"topic": page.topic} if page.topic else {}
        shown = (model.objects.published().filter(**of_topic) for model in page.shown)
        times = map(_last_change, shown)
        return max(filter(None, times), default=None)

    def card(self, page, clinic):
        return card_of(page.topic, clinic)


def _last_change(items):
    return items.aggregate(at=Max(Coalesce("updated_at", "published_at")))["at"]


def _sections():
    items = {name: ItemSitemap(model) for name, model in content_models().items()}
    return {"lists": ListSitemap, **items}


@require_safe
def index(request):
    return views.index(request, _sections(), sitemap_url_name="pages:sitemap")


@require_safe
def section(request, section):
    return views.sitemap(request, _sections(), section, template_name="sitemap.xml")
