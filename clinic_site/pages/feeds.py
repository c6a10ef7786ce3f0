"""The newest and the newly changed pages, for who follows the site."""

from operator import attrgetter
from urllib.parse import urlsplit

from django.contrib.syndication.views import Feed
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from clinic_site.profile.models import SITE_TITLE, ClinicProfile
from clinic_site.publishing.registry import content_models
from clinic_site.publishing.structured_data import AUTHOR
from clinic_site.publishing.views import FIELDS_OF_PAGES_ONLY

MOST_ENTRIES = 30


@require_safe
def feed(request):
    return _NewAndChanged(urlsplit(request.build_absolute_uri()).hostname)(request)


class _NewAndChanged(Feed):
    feed_type = Atom1Feed
    author_name = AUTHOR["name"]
    subtitle = "New and changed pages."

    def __init__(self, host):
        self.host = host

    def title(self):
        name = ClinicProfile.current().filled_in("name")
        return ": ".join(filter(None, (name, SITE_TITLE)))

    def link(self):
        return reverse("pages:home")

    def items(self):
        newest = [item for model in content_models().values() for item in _newest(model)]
        return sorted(newest, key=attrgetter("last_changed_at"), reverse=True)[:MOST_ENTRIES]

    def item_title(self, item):
        """Plain text, which the writer of the feed escapes."""
        return item.title

    def item_description(self, item):
        """HTML: what the page says and, where somebody wrote it down, what changed."""
        note = format_html("<p>{}</p>", item.change_note) if item.change_note else ""
        return format_html("<p>{}</p>{}", item.summary, note)

    def item_guid(self, item):
        """A name that stays when the page gets another address."""
        return f"tag:{self.host},2026:{item.content_dir}/{item.pk}"

    def item_pubdate(self, item):
        return item.published_at

    def item_updateddate(self, item):
        return item.last_changed_at

    def item_categories(self, item):
        return [item.topic.title] if item.has_topic() else []


def _newest(model):
    items = model.objects.published().defer(*FIELDS_OF_PAGES_ONLY)
    items = items.order_by(Coalesce("updated_at", "published_at").desc(), "-pk")
    return (items.select_related("topic") if model.has_topic() else items)[:MOST_ENTRIES]
