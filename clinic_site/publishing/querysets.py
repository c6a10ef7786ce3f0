"""Which items are visible, and when; and which wait for staff."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Concat, NullIf, Trim
from django.utils import timezone

from .registry import content_models

# How long before a review is due staff are told.
DAYS_OF_NOTICE = 30

# Within a topic; the key decides between two of the same title.
READING_ORDER = ("position", "title", "pk")

FULL_NAME = Concat("created_by__first_name", Value(" "), "created_by__last_name")
NAME = Coalesce(NullIf(Trim(FULL_NAME), Value("")), "created_by__username")


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
        return self.filter(Exists(self._sign_offs_of_words()))

    def unsigned(self, at):
        """Items that are public, though nobody signed these words of theirs."""
        return self.dated(at).filter(~Exists(self._sign_offs_of_words()))

    def review_overdue(self, at):
        return self._reviewed(at).filter(review_due_on__lt=timezone.localdate(at))

    def review_due(self, at, days=DAYS_OF_NOTICE):
        """Items whose next review is due on that day or within so many days, not before."""
        day = timezone.localdate(at)
        due = (day, day + timedelta(days=days))
        return self._reviewed(at).filter(review_due_on__range=due)

    def never_public(self):
        return self.filter(published_at=None)

    def published_once(self):
        return self.exclude(published_at=None)

    def withdrawn(self, at):
        return self.filter(withdrawn_at__lte=at)

    def planned(self, at):
        """Items that will go live, change or be withdrawn after a moment."""
        return self.filter(Exists(self._plans(at)))

    def drafted(self):
        """Items with a text that nobody has decided about yet."""
        return self.filter(has_draft=True)

    def with_review_dates(self):
        """Adds when the words that readers see are to be reviewed again, and the last signing."""
        return self.annotate(
            review_due_on=Subquery(_newest(self._sign_offs_of_words()).values("due_on")[:1]),
            last_signed_on=Subquery(_newest(self._sign_offs()).values("signed_on")[:1]),
        )

    def with_newest_text(self):
        """Adds who saved the newest text, and when."""
        from .models import Revision

        texts = self._about_outer(Revision).filter(is_conflict=False).order_by("-pk")
        return self.annotate(
            saved_at=Subquery(texts.values("created_at")[:1]),
            saved_by=Subquery(texts.values(name=NAME)[:1]),
        )

    def with_next_plan(self, at):
        """Adds when the next plan of an item comes due."""
        return self.annotate(next_plan_at=Subquery(self._plans(at).values("at")[:1]))

    def _reviewed(self, at):
        return self.dated(at).with_review_dates()

    def _sign_offs_of_words(self):
        return self._sign_offs().filter(digest=OuterRef("words_digest"))

    def _sign_offs(self):
        from .models import SignOff

        return self._about_outer(SignOff)

    def _plans(self, at):
        from .models import Publication

        return self._about_outer(Publication).ahead(at)

    def _about_outer(self, rows):
        """The rows about each item of this query."""
        return rows.objects.for_model(self.model).filter(object_id=OuterRef("pk"))

    def linking_to(self, addresses):
        """Items with a link to any of these addresses, such as `faq:its-slug`."""
        links = Q(pk__in=[])
        for address in addresses:
            links |= Q(linked__icontains=f'"{address}"')
        return self.filter(links)

    def in_reading_order(self):
        topic = ["topic__position", "topic__title"] if self.model.has_topic() else []
        return self.order_by(*topic, *READING_ORDER)

    def after(self, item):
        """What follows an item, the next one first; all are thought to be of one topic."""
        return self._beside(item, "gt").order_by(*READING_ORDER)

    def before(self, item):
        """What comes before an item, the one just before it first."""
        return self._beside(item, "lt").order_by(*READING_ORDER).reverse()

    def _beside(self, item, side):
        same, beside = {}, Q(pk__in=[])
        for name in READING_ORDER:
            beside |= Q(**same, **{f"{name}__{side}": getattr(item, name)})
            same[name] = getattr(item, name)
        # Says nothing new, but lets the index find the place.
        return self.filter(beside, **{f"position__{side}e": item.position})


def _newest(sign_offs):
    return sign_offs.order_by("-signed_on", "-pk")


class AboutItemQuerySet(models.QuerySet):
    """Rows about an item of any content model, whose table has no column for them."""

    def for_model(self, model):
        from django.contrib.contenttypes.models import ContentType

        return self.filter(content_type=ContentType.objects.get_for_model(model))

    def about(self, item):
        return self.for_model(type(item)).filter(object_id=item.pk)

    def of_published(self, at=None, models=None):
        """Rows about items that readers may see, of all content models or of some."""
        from django.contrib.contenttypes.models import ContentType

        models = content_models().values() if models is None else models
        of_published = Q(pk__in=[])
        for model in models:
            kind = ContentType.objects.get_for_model(model)
            pks = model.objects.published(at).values("pk")
            of_published |= Q(content_type=kind, object_id__in=pks)
        return self.filter(of_published)


class FormerAddressQuerySet(AboutItemQuerySet):
    def item_at(self, model, slug):
        """The item that was once at this address and moved, or None."""
        former = self.for_model(model).filter(slug=slug).first()
        return former and former.item


class PublicationQuerySet(AboutItemQuerySet):
    def due(self, at):
        return self.unapplied().filter(at__lte=at).order_by("at", "pk")

    def ahead(self, at):
        """Every plan whose time comes after a moment."""
        return self.filter(at__gt=at).order_by("at", "pk")

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
