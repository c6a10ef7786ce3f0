"""The one door for each change of an item, used alike by admin, commands and tests.

Each function is one transaction and takes the item as the database holds it: what was set on
the instance without these functions is dropped.
"""

import logging

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from . import texts
from .checking import RENDERING, checked
from .models import Publication, Revision, SignOff
from .problems import TextError
from .registry import content_models

logger = logging.getLogger(__name__)

DATES = tuple(texts.FIELD_OF_KEY.values())


class NotAllowed(Exception):
    """A change that a rule of the clinic forbids, in one sentence for the user."""


@transaction.atomic
def save_draft(item, *, text, slug=None, by=None, note=""):
    """Stores a text as a revision; readers see no change. Raises TextError.

    `slug` moves an item that was never public; later its address is fixed.
    """
    draft = texts.read(type(item), text).put_into(type(item)())
    _lock(item)
    for name in DATES:
        setattr(draft, name, getattr(item, name))
    if item.published_at is None:
        item.slug = slug or item.slug
        _copy_text(draft, item)
        item.save()
    return _record(item, texts.to_text(draft), by=by, note=note)


@transaction.atomic
def publish(item, *, revision=None, by=None, at=None):
    """Puts a revision (the latest) before readers, now or at a later time.

    Raises TextError with all that is wrong with the text; then nothing has changed.
    """
    now = _now()
    at = max(at or now, now).replace(microsecond=0)
    _lock(item)
    revision = revision or item.latest_revision
    draft = checked(type(item), revision.text)
    _date(draft, item, at=at, now=now)
    revision = _record(item, texts.to_text(draft), by=revision.created_by, note=revision.note)
    if at > now and _was_public(item, now):
        item.publications.unapplied().delete()
        return _publication(item, revision, at=at, by=by)
    item.publications.not_yet(now).delete()
    _put_live(item, draft)
    return _publication(item, revision, at=at, by=by, applied_at=now)


@transaction.atomic
def publish_as_dated(item, *, text, by=None, note="", facts=None):
    """Puts a text live with the dates that it carries, as an import does. Raises TextError."""
    now = _now()
    dated = checked(type(item), text, facts=facts)
    _lock(item)
    _put_live(item, dated)
    item.publications.not_yet(now).delete()
    revision = _record(item, texts.to_text(item), by=by, note=note)
    at = max(item.published_at, now)
    publication = _publication(item, revision, at=at, by=by, applied_at=now)
    if item.withdrawn_at:
        _publication(item, None, at=max(item.withdrawn_at, at), by=by, applied_at=now)
    return publication


@transaction.atomic
def withdraw(item, *, by=None, at=None):
    """Takes an item away from readers, now or at a later time; its texts stay."""
    now = _now()
    _lock(item)
    if item.published_at is None:
        raise NotAllowed("This page was never public, so there is nothing to withdraw.")
    draft = item.latest_revision
    is_ahead = draft.digest != texts.digest(texts.to_text(item))
    item.withdrawn_at = max(at or now, now).replace(microsecond=0)
    item.save()
    _record(item, texts.to_text(item), by=None, note="Withdrawn")
    if is_ahead:
        save_draft(item, text=draft.text, by=draft.created_by, note=draft.note)
    item.publications.not_yet(now).delete()
    return _publication(item, None, at=item.withdrawn_at, by=by, applied_at=now)


def restore(item, *, revision, by=None):
    """Makes an old revision the newest draft; nothing goes live by it."""
    note = f"Restored from {timezone.localtime(revision.created_at):%d %B %Y, %H:%M}"
    return save_draft(item, text=revision.text, by=by, note=note)


@transaction.atomic
def sign_off(item, *, digest, reviewer, credentials, due_on, signed_on=None):
    """Records that a clinician stands behind the words that readers see now.

    `digest` is the `words_digest` of the item that the clinician read.
    """
    _lock(item)
    if digest != item.words_digest:
        raise NotAllowed("The text changed while you read it. Read it again, then sign it off.")
    if not settings.AUTHORS_MAY_SIGN_OFF and reviewer.pk in _authors(item):
        raise NotAllowed("Who wrote a text may not sign it off. Ask another clinician.")
    return SignOff.objects.create(
        content_type=ContentType.objects.get_for_model(item),
        object_id=item.pk,
        digest=item.words_digest,
        reviewer=reviewer,
        reviewer_name=reviewer.get_full_name() or reviewer.get_username(),
        credentials=credentials,
        signed_on=signed_on or timezone.localdate(),
        due_on=due_on,
    )


def apply_due(now=None):
    """Makes every planned change whose time has come visible; returns how many."""
    now = now or timezone.now()
    due = list(Publication.objects.due(now))
    return sum(_try_to_apply(publication, now) for publication in due)


@transaction.atomic
def keep_conflicting(item, *, text, note):
    """Keeps the text that lost a conflict beside the others, as no draft; once each."""
    if not Revision.objects.about(item).filter(digest=texts.digest(text)).exists():
        return _create_revision(item, text, by=None, note=note, is_conflict=True)


def refresh_renderings(facts):
    """Renders anew what was rendered with other sources, terms, drawings or code than now."""
    for model in content_models().values():
        stale = model.objects.exclude(published_at=None).exclude(rendered_with=facts.fingerprint)
        for pk in stale.values_list("pk", flat=True).iterator():
            _render_again(model(pk=pk), facts)


@transaction.atomic
def _render_again(item, facts):
    _lock(item)
    _put_live(item, checked(type(item), texts.to_text(item), facts=facts, strict=False))


def _try_to_apply(publication, now):
    """A plan that cannot be applied is logged, and does not hold up the others."""
    try:
        return _apply(publication, now)
    except TextError:
        logger.exception("A planned change could not be applied.")
        return False


@transaction.atomic
def _apply(publication, now):
    """Whether this call made the planned change; another process may have been first."""
    item = publication.item
    if item is not None:
        _lock(item)
    if not Publication.objects.due(now).filter(pk=publication.pk).update(applied_at=now):
        return False
    if item is not None:
        _put_live(item, checked(type(item), publication.revision.text, strict=False))
    return True


def _was_public(item, now):
    return item.published_at is not None and item.published_at <= now


def _now():
    return timezone.now().replace(microsecond=0)


def _lock(item):
    """Makes others wait for this transaction, and reads the item as it is now."""
    if item.pk:
        type(item).objects.select_for_update().get(pk=item.pk)
        item.refresh_from_db()


def _date(draft, item, *, at, now):
    """Gives a draft its dates: the first publication stays, an update is one of the words.

    Publishing now ends a planned withdrawal; a planned change leaves a later one standing.
    """
    was_public = _was_public(item, now)
    is_withdrawn_later = at > now and item.withdrawn_at is not None and item.withdrawn_at > at
    draft.published_at = item.published_at if was_public else at
    draft.updated_at = item.updated_at if was_public else None
    draft.withdrawn_at = item.withdrawn_at if is_withdrawn_later else None
    if was_public and texts.words_digest(draft) != item.words_digest:
        draft.updated_at = at


def _copy_text(draft, item):
    for name in texts.field_names(type(item)):
        setattr(item, name, getattr(draft, name))


def _put_live(item, draft):
    """Makes a checked draft what readers see."""
    _copy_text(draft, item)
    for name in RENDERING:
        setattr(item, name, getattr(draft, name))
    item.words_digest = texts.words_digest(item)
    item.save()


def _record(item, text, *, by, note):
    """The latest revision when it holds just this text, or a new one."""
    latest = item.latest_revision
    if latest and latest.digest == texts.digest(text):
        return latest
    return _create_revision(item, text, by=by, note=note)


def _create_revision(item, text, *, by, note, is_conflict=False):
    return Revision.objects.create(
        content_type=ContentType.objects.get_for_model(item),
        object_id=item.pk,
        text=text,
        digest=texts.digest(text),
        created_by=by,
        note=note,
        is_conflict=is_conflict,
    )


def _publication(item, revision, *, at, by, applied_at=None):
    return Publication.objects.create(
        content_type=ContentType.objects.get_for_model(item),
        object_id=item.pk,
        revision=revision,
        at=at,
        decided_by=by,
        applied_at=applied_at,
    )


def _authors(item):
    """Everybody who ever saved a text of this item."""
    return set(item.revisions.exclude(created_by=None).values_list("created_by", flat=True))
