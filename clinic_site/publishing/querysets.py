"""Which items are visible, and when."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone


class ContentItemQuerySet(models.QuerySet):
    def published(self, at=None):
        """What readers may see at a moment (now): the only filter of all public views."""
        items = self.dated(at or timezone.now())
        return items if settings.SHOW_UNSIGNED_PAGES else items.signed_off()

    def dated(self, at):
        """Items whose dates make them public at a moment, signed off or not."""
        return self.filter(Q(withdrawn_at=None) | Q(withdrawn_at__gt=at), published_at__lte=at)

    def signed_off(self):
        """Items whose words are still those that a clinician signed off."""
        from .models import SignOff

        return self.filter(
            Exists(
                SignOff.objects.for_model(self.model).filter(
                    object_id=OuterRef("pk"), digest=OuterRef("words_digest")
                )
            )
        )

    def linking_to(self, addresses):
        """Items with a link to any of these addresses, such as `faq:its-slug`."""
        links = Q(pk__in=[])
        for address in addresses:
            links |= Q(linked__icontains=f'"{address}"')
        return self.filter(links)

    def in_reading_order(self):
        topic = ["topic__position", "topic__title"] if self.model.has_topic() else []
        return self.order_by(*topic, "position", "title")


class AboutItemQuerySet(models.QuerySet):
    """Rows about an item of any content model, whose table has no column for them."""

    def for_model(self, model):
        from django.contrib.contenttypes.models import ContentType

        return self.filter(content_type=ContentType.objects.get_for_model(model))

    def about(self, item):
        return self.for_model(type(item)).filter(object_id=item.pk)


class FormerAddressQuerySet(AboutItemQuerySet):
    def item_at(self, model, slug):
        """The item that was once at this address and moved, or None."""
        former = self.for_model(model).filter(slug=slug).first()
        return former and former.item


class PublicationQuerySet(AboutItemQuerySet):
    def due(self, at):
        return self.unapplied().filter(at__lte=at).order_by("at", "pk")

    def withdrawals(self):
        return self.filter(revision=None)

    def unapplied(self):
        return self.filter(applied_at=None)

    def not_yet(self, at):
        """What a new decision replaces: plans ahead, and due ones that nobody applied yet."""
        return self.filter(Q(at__gt=at) | Q(applied_at=None))

    def in_force(self, at):
        """The publications that readers saw by a moment, the newest first."""
        return self.exclude(applied_at=None).filter(at__lte=at).order_by("-at", "-pk")
