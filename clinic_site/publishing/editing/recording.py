"""What every change of an item does: lock its row, put a text into it, and write it down."""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from .. import texts
from ..checking import RENDERING
from ..models import FormerAddress, Publication, Revision
from ..problems import Problem, TextError

DATES = tuple(texts.FIELD_OF_KEY.values())
# What no draft changes: a text that was saved before keeps what is true now.
KEPT = (*DATES, "formerly")


class NotAllowed(Exception):
    """A change that a rule of the clinic forbids, in one sentence for the user."""


def now_in_seconds():
    return timezone.now().replace(microsecond=0)


def lock(item):
    """Makes others wait for this transaction, and reads the item as it is now."""
    if item.pk:
        type(item).objects.select_for_update().get(pk=item.pk)
        item.refresh_from_db()


def about(item):
    """The values of a row that belongs to an item."""
    return {
        "content_type": ContentType.objects.get_for_model(item),
        "object_id": item.pk,
    }


def copy_text(draft, item):
    for name in texts.field_names(type(item)):
        setattr(item, name, getattr(draft, name))


def put_live(item, draft):
    """Makes a checked draft what readers see."""
    copy_text(draft, item)
    for name in RENDERING:
        setattr(item, name, getattr(draft, name))
    item.words_digest = texts.words_digest(item)
    item.save()
    remember_addresses(item)


def remember_addresses(item):
    """Brings the index of former addresses in line with what the item says."""
    kept = FormerAddress.objects.about(item)
    if list(kept.order_by("slug").values_list("slug", flat=True)) == sorted(item.formerly):
        return
    _refuse_taken(item)
    kept.delete()
    FormerAddress.objects.bulk_create(
        FormerAddress(slug=slug, **about(item)) for slug in item.formerly
    )


def _refuse_taken(item):
    others = FormerAddress.objects.for_model(type(item)).exclude(object_id=item.pk)
    if taken := others.filter(slug__in=item.formerly).first():
        message = f"`formerly`: {taken.slug} leads to “{taken.item}” already. Take it out."
        raise TextError(Problem(1, message))


def record(item, text, *, by, note):
    """The latest revision when it holds just this text, or a new one."""
    latest = item.latest_revision
    if latest and latest.digest == texts.digest(text):
        return latest
    return create_revision(item, text, by=by, note=note)


def record_beside_draft(item, draft, *, by, note):
    """Records what the item says now; `draft`, the latest revision, stays the newest text."""
    record(item, texts.to_text(item), by=by, note=note)
    if item.has_draft:
        text = texts.read(type(item), draft.text).put_into(type(item)())
        for name in KEPT:
            setattr(text, name, getattr(item, name))
        record(item, texts.to_text(text), by=draft.created_by, note=draft.note)


def create_revision(item, text, *, by, note, is_conflict=False):
    return Revision.objects.create(
        text=text,
        digest=texts.digest(text),
        created_by=by,
        note=note,
        is_conflict=is_conflict,
        **about(item),
    )


def create_publication(item, revision, *, at, by, applied_at=None):
    return Publication.objects.create(
        revision=revision, at=at, decided_by=by, applied_at=applied_at, **about(item)
    )


def mark_draft(item):
    """Notes whether the newest text still waits for somebody to decide about it."""
    item.has_draft = item.latest_revision.digest != _decided_digest(item)
    type(item).objects.filter(pk=item.pk).update(has_draft=item.has_draft)


def _decided_digest(item):
    plan = item.publications.unapplied().last()
    if plan:
        return plan.revision.digest
    return texts.digest(texts.to_text(item)) if item.published_at else ""
