"""What every change of an item does: lock its row, put a text into it, and write it down."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.utils import timezone

from .. import following, texts
from ..checking import RENDERING
from ..models import FormerAddress, Publication, Revision
from ..problems import Problem, TextError
from .indexing import index

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


def keep(item, draft):
    """Gives a draft what no draft changes."""
    for name in KEPT:
        setattr(draft, name, getattr(item, name))


def put_live(item, draft):
    """Makes a checked draft what readers see."""
    copy_text(draft, item)
    for name in RENDERING:
        setattr(item, name, getattr(draft, name))
    item.words_digest = texts.words_digest(item)
    save_public(item)


def save_public(item):
    """Saves what readers see, when or where, and whatever is kept of it elsewhere."""
    item.save()
    _remember_addresses(item)
    index(item)
    following.tell(item)


def _remember_addresses(item):
    """Brings the index of former addresses in line with what the item says."""
    kept = FormerAddress.objects.about(item)
    wanted = sorted(set(item.formerly))
    if list(kept.order_by("slug").values_list("slug", flat=True)) == wanted:
        return
    if mistake := _mistake_in(wanted, item):
        raise TextError(Problem(1, f"`formerly`: {mistake} Take it out."))
    kept.delete()
    FormerAddress.objects.bulk_create(FormerAddress(slug=slug, **about(item)) for slug in wanted)


def _mistake_in(slugs, item):
    """Why a page cannot have been at these addresses, or None."""
    model = type(item)
    for slug in slugs:
        try:
            model._meta.get_field("slug").run_validators(slug)
        except ValidationError:
            return f"{slug} is no address."
    if page := model.objects.filter(slug__in=slugs).first():
        return f"{page.slug} is the address of “{page}”."
    others = FormerAddress.objects.for_model(model).exclude(object_id=item.pk)
    if taken := others.filter(slug__in=slugs).first():
        return f"{taken.slug} leads to “{taken.item}” already."


def record(item, text, *, by, note):
    """The latest revision when it holds just this text, or a new one."""
    latest = item.latest_revision
    if latest and latest.digest == texts.digest(text):
        return latest
    return create_revision(item, text, by=by, note=note)


def record_beside_draft(item, newest, *, by, note):
    """Records what the item says now; `newest`, the latest revision, stays the newest text."""
    record(item, texts.to_text(item), by=by, note=note)
    record(item, _as_draft(item, newest.text), by=newest.created_by, note=newest.note)


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
    item.has_draft = item.published_at is None or not _is_decided(item, item.latest_revision)
    type(item).objects.filter(pk=item.pk).update(has_draft=item.has_draft)


def _is_decided(item, revision):
    """Whether a text is the planned one or, without a plan, the one of the page."""
    plan = item.publications.unapplied().last()
    decided = plan.revision.text if plan else texts.to_text(item)
    return _as_draft(item, revision.text) == _as_draft(item, decided)


def _as_draft(item, text):
    """A text with what no draft changes as it is now; one that a new rule refuses as it stands."""
    try:
        draft = texts.read(type(item), text).put_into(type(item)())
    except TextError:
        return text
    keep(item, draft)
    return texts.to_text(draft)
