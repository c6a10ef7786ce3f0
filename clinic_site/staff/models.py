"""What the desk remembers, so that it need not find it out at each visit."""

from django.db import models

from clinic_site.publishing.models.about import AboutItem
from clinic_site.publishing.models.syncing import DIGEST_LENGTH
from clinic_site.publishing.querysets import AboutItemQuerySet


class TextCheck(AboutItem):
    """What the rules said about a live text; it holds for what they looked at only."""

    words_digest = models.CharField(max_length=DIGEST_LENGTH)
    related = models.JSONField(default=list)
    rendered_with = models.CharField(max_length=DIGEST_LENGTH)
    rules = models.CharField("digest of the rules", max_length=DIGEST_LENGTH)
    errors = models.PositiveIntegerField()
    first_error = models.TextField(blank=True)

    objects = AboutItemQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id"], name="text_check_once")
        ]

    def __str__(self):
        return f"{self.item}: {self.errors} errors"
