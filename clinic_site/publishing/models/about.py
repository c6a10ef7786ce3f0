"""What every row has that tells something about an item of any content model."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class AboutItem(models.Model):
    """A row that belongs to an item of any content model, and outlives it."""

    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey()

    class Meta:
        abstract = True
