"""What every row with a text in the content folder has."""

from django.db import models

DIGEST_LENGTH = 64


class Synced(models.Model):
    """A row with a text of its own in the content folder."""

    synced_digest = models.CharField(
        "digest of the text that file and row last agreed on",
        max_length=DIGEST_LENGTH,
        blank=True,
        editable=False,
    )

    class Meta:
        abstract = True
