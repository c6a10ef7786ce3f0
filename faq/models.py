"""Questions, their short answers and their topics."""

from django.core.validators import MaxLengthValidator
from django.db import models
from django.urls import reverse

from clinic_site.publishing.models import ContentItem, front_matter, reading_order
from clinic_site.publishing.models import Topic as AbstractTopic
from clinic_site.publishing.structured_data import question_data

LONGEST_ANSWER = 400


class Topic(AbstractTopic):
    entry_file = "faq/topics.yaml"

    def get_absolute_url(self):
        return reverse("faq:topic", args=[self.slug])


class Question(ContentItem):
    content_dir = "faq"
    url_name = "faq:detail"
    front_matter_fields = front_matter("short_answer")

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="items")
    short_answer = models.TextField(
        max_length=LONGEST_ANSWER,
        validators=[MaxLengthValidator(LONGEST_ANSWER)],
        help_text="One to three sentences that stand alone.",
    )

    class Meta(ContentItem.Meta):
        indexes = reading_order("question")

    def main_entity(self):
        return question_data(self)
