"""Explainers and their topics."""

from django.db import models
from django.urls import reverse

from clinic_site.publishing.models import ContentItem, front_matter, reading_order
from clinic_site.publishing.models import Topic as AbstractTopic


class Topic(AbstractTopic):
    entry_file = "articles/topics.yaml"

    def get_absolute_url(self):
        return reverse("articles:topic", args=[self.slug])


class Article(ContentItem):
    content_dir = "articles"
    url_name = "articles:detail"
    front_matter_fields = front_matter("image")
    picture_fields = ("body", "image")

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="items")
    image = models.CharField(
        "picture",
        max_length=120,
        blank=True,
        help_text="The name of a picture or drawing that stands for this page.",
    )

    class Meta(ContentItem.Meta):
        verbose_name = "explainer"
        indexes = reading_order("article")
