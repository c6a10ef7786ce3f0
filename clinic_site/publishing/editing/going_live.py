"""What readers see changes, now or at a time."""

import logging

from django.db import transaction
from django.utils import timezone

from .. import texts
from ..checking import checked
from ..models import Publication
from .drafts import save_draft
from .recording import (
    DATES,
    NotAllowed,
    create_publication,
    lock,
    mark_draft,
    now_in_seconds,
    put_live,
    record,
    record_beside_draft,
    save_public,
)

SAVED_MEANWHILE = "Somebody saved a newer text since you opened this page. Read it, then decide."

logger = logging.getLogger(__name__)
_logged = set()


@transaction.atomic
def publish(item, *, revision=None, by=None, at=None):
    """Puts the latest revision before readers, now or at a later time.

    `revision` is the one that was decided on: NotAllowed when there is a newer one. Raises
    TextError with all that is wrong with the text; then nothing has changed.
    """
    now = now_in_seconds()
    at = max(at or now, now).replace(microsecond=0)
    lock(item)
    newest = item.latest_revision
    if revision and revision != newest:
        raise NotAllowed(SAVED_MEANWHILE)
    draft = checked(type(item), newest.text)
    _date(draft, item, at=at, now=now)
    revision = record(item, texts.to_text(draft), by=newest.created_by, note=newest.note)
    _drop_plans(item, at=at, now=now)
    if at > now and _was_public(item, now):
        publication = create_publication(item, revision, at=at, by=by)
    else:
        put_live(item, draft)
        publication = create_publication(item, revision, at=at, by=by, applied_at=now)
    mark_draft(item)
    return publication


@transaction.atomic
def publish_as_dated(item, *, text, by=None, note="", facts=None):
    """Puts a text live with the dates that it carries, as an import does. Raises TextError."""
    now = now_in_seconds()
    dated = checked(type(item), text, facts=facts)
    lock(item)
    item.has_draft = False
    # An old address leads to the page for good, also when a file does not know it.
    dated.formerly += [slug for slug in item.formerly if slug not in dated.formerly]
    put_live(item, dated)
    item.publications.not_yet(now).delete()
    revision = record(item, texts.to_text(item), by=by, note=note)
    at = max(item.published_at, now)
    publication = create_publication(item, revision, at=at, by=by, applied_at=now)
    if item.withdrawn_at:
        withdrawn_at = max(item.withdrawn_at, at)
        create_publication(item, None, at=withdrawn_at, by=by, applied_at=now)
    return publication


@transaction.atomic
def withdraw(item, *, by=None, at=None):
    """Takes an item away from readers, now or at a later time; its texts stay."""
    now = now_in_seconds()
    at = max(at or now, now).replace(microsecond=0)
    lock(item)
    _refuse_to_withdraw(item, at=at, now=now)
    item.publications.withdrawals().not_yet(now).delete()
    item.publications.not_yet(now).filter(at__gte=at).delete()
    _set_withdrawal(item, at)
    publication = create_publication(item, None, at=at, by=by, applied_at=now)
    mark_draft(item)
    return publication


@transaction.atomic
def cancel(item, *, publication):
    """Takes back a plan whose time has not come."""
    now = now_in_seconds()
    lock(item)
    if not item.publications.not_yet(now).filter(pk=publication.pk).exists():
        raise NotAllowed("This plan was carried out or taken back already.")
    if publication.revision is None:
        _set_withdrawal(item, None)
    elif publication.applied_at:
        _make_draft_again(item)
        item.publications.not_yet(now).delete()
    item.publications.filter(pk=publication.pk).delete()
    mark_draft(item)


def apply_due(now=None):
    """Makes every planned change whose time has come visible; returns how many."""
    now = now or timezone.now()
    due = list(Publication.objects.due(now))
    return sum(_try_to_apply(publication, now) for publication in due)


def _try_to_apply(publication, now):
    """A plan that cannot be applied is logged once, and does not hold up the others.

    It is tried again each time: what it lacks, such as a topic, may come back.
    """
    try:
        return _apply(publication, now)
    except Exception:
        plan = (publication.pk, publication.decided_at)
        if plan not in _logged:
            _logged.add(plan)
            logger.exception("A planned change could not be applied.")
        return False


@transaction.atomic
def _apply(publication, now):
    """Whether this call made the planned change; another process may have been first."""
    item = publication.item
    if item is not None:
        lock(item)
    if not Publication.objects.due(now).filter(pk=publication.pk).update(applied_at=now):
        return False
    if item is not None:
        _put_plan_live(item, publication)
    return True


def _put_plan_live(item, publication):
    """The planned text, with what was decided about the page since it was planned."""
    newest = item.latest_revision
    planned = checked(type(item), publication.revision.text, strict=False)
    planned.formerly = item.formerly
    planned.withdrawn_at = _later_withdrawal(item, publication.at)
    put_live(item, planned)
    record_beside_draft(
        item, newest, by=publication.revision.created_by, note="Went live as planned"
    )
    mark_draft(item)


def _drop_plans(item, *, at, now):
    """A decision replaces what was planned; one for later leaves withdrawals standing."""
    plans = item.publications.not_yet(now)
    if at > now and _was_public(item, now):
        plans = plans.exclude(revision=None)
    elif at > now:
        plans = plans.exclude(revision=None, at__gt=at)
    plans.delete()


def _refuse_to_withdraw(item, *, at, now):
    if item.published_at is None:
        raise NotAllowed("This page was never public, so there is nothing to withdraw.")
    if item.published_at > at:
        raise NotAllowed("Readers will not see this page by then. Take back its plan instead.")
    if item.withdrawn_at and item.withdrawn_at <= now:
        raise NotAllowed("This page is withdrawn already.")


def _was_public(item, now):
    return item.published_at is not None and item.published_at <= now


def _date(draft, item, *, at, now):
    """Gives a draft its dates: the first publication stays, an update is one of the words.

    Publishing now ends a planned withdrawal; a planned change leaves a later one standing.
    """
    was_public = _was_public(item, now)
    draft.formerly = item.formerly
    draft.published_at = item.published_at if was_public else at
    draft.updated_at = item.updated_at if was_public else None
    draft.withdrawn_at = _later_withdrawal(item, at) if at > now else None
    if was_public and texts.words_digest(draft) != item.words_digest:
        draft.updated_at = at


def _later_withdrawal(item, at):
    return item.withdrawn_at if item.withdrawn_at and item.withdrawn_at > at else None


def _set_withdrawal(item, at):
    newest = item.latest_revision
    item.withdrawn_at = at
    save_public(item)
    # Nobody wrote a word of it; the publication tells who decided.
    note = "Withdrawn" if at else "Withdrawal taken back"
    record_beside_draft(item, newest, by=None, note=note)


def _make_draft_again(item):
    """As if nobody had planned its first publication."""
    newest = item.latest_revision
    for name in DATES:
        setattr(item, name, None)
    save_public(item)
    save_draft(item, text=newest.text, by=newest.created_by, note=newest.note)
