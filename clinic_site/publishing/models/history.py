"""What is recorded about an item and never changed: texts, publications, sign-offs."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from ..querysets import AboutItemQuerySet, PublicationQuerySet
from .about import AboutItem
from .syncing import DIGEST_LENGTH


class Revision(AboutItem):
    """A text of an item as somebody saved it; never changed, never deleted."""

    picture_fields = ("text",)

    text = models.TextField()
    digest = models.CharField(max_length=DIGEST_LENGTH)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    note = models.CharField(max_length=200, blank=True)
    is_conflict = models.BooleanField(
        default=False, help_text="The other side's text, kept when file and database disagreed."
    )

    objects = AboutItemQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["content_type", "object_id", "-id"], name="revision_item")]

    def __str__(self):
        saved = f"{timezone.localtime(self.created_at):%d %B %Y, %H:%M}"
        return f"{self.item or 'A deleted page'}, as saved on {saved}"


class Publication(AboutItem):
    """A moment at which an item goes live with a revision, or is withdrawn (no revision)."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, null=True)
    at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [
            models.Index(fields=["content_type", "object_id", "at"], name="publication_item"),
            models.Index(
                fields=["at"],
                condition=models.Q(applied_at=None),
                name="publication_planned",
            ),
        ]

    def __str__(self):
        verb = "published" if self.revision_id else "withdrawn"
        return f"{verb} {timezone.localtime(self.at):%d %B %Y %H:%M}"


class SignOff(AboutItem):
    """A clinician's word for the words of an item, and for no others."""

    revision = models.ForeignKey(
        Revision, on_delete=models.PROTECT, null=True, help_text="The text that was read."
    )
    digest = models.CharField("digest of the words", max_length=DIGEST_LENGTH)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    reviewer_name = models.CharField(max_length=120)
    credentials = models.CharField(
        max_length=120, help_text="As readers should see them, such as a degree and a licence."
    )
    signed_on = models.DateField()
    due_on = models.DateField("next review due")

    objects = AboutItemQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["content_type", "object_id", "digest"], name="signoff_item")
        ]

    def __str__(self):
        return f"{self.reviewer_name}, {self.signed_on:%d %B %Y}"
