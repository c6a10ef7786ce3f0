"""Where pages once were, so that old links and printed addresses still lead to them."""

from django.db import models

from ..querysets import FormerAddressQuerySet
from .about import AboutItem


class FormerAddress(AboutItem):
    """An index of the `formerly` of all items."""

    slug = models.SlugField(max_length=100)

    objects = FormerAddressQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["content_type", "slug"], name="former_address_once")
        ]

    def __str__(self):
        return self.slug
