"""What leads to an item beside its address: the names it is listed under, what it is about."""

from django.db import models

from ..names import LONGEST_NAME
from ..querysets import AboutItemQuerySet
from .about import AboutItem


class ListedName(AboutItem):
    """A name under which the A to Z lists an item."""

    letter = models.CharField(max_length=1)
    key = models.CharField(max_length=LONGEST_NAME, help_text="What it is sorted by.")
    words = models.CharField(max_length=LONGEST_NAME)

    objects = AboutItemQuerySet.as_manager()

    # Names that are alike come by their items, which are told from the index as well.
    ORDER = ("letter", "key", "content_type", "object_id")

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["letter", "key", "content_type", "object_id"], name="listed_name_order"
            ),
            models.Index(fields=["key"], name="listed_name_key"),
            models.Index(fields=["content_type", "object_id"], name="listed_name_item"),
        ]

    def __str__(self):
        return self.words


class Subject(AboutItem):
    """Something that an item is about: a term of the glossary, or its topic."""

    key = models.CharField(max_length=120)

    objects = AboutItemQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["key", "content_type", "object_id"], name="subject_key"),
            models.Index(fields=["content_type", "object_id"], name="subject_item"),
        ]

    def __str__(self):
        return self.key
