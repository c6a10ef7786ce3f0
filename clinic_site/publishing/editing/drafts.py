"""Texts that are saved: readers see none of this."""

from django.db import transaction
from django.utils import timezone

from .. import texts
from ..models import Revision
from .recording import copy_text, create_revision, keep, lock, mark_draft, record


@transaction.atomic
def save_draft(item, *, text, slug=None, by=None, note=""):
    """Stores a text as a revision. Raises TextError.

    `slug` is the address of an item that was never public; `move` changes it later.
    """
    draft = texts.read(type(item), text).put_into(type(item)())
    lock(item)
    keep(item, draft)
    if item.published_at is None:
        item.slug = slug or item.slug
        copy_text(draft, item)
        item.save()
    revision = record(item, texts.to_text(draft), by=by, note=note)
    mark_draft(item)
    return revision


def restore(item, *, revision, by=None):
    """Makes an old revision the newest draft; nothing goes live by it."""
    note = f"Restored from {timezone.localtime(revision.created_at):%d %B %Y, %H:%M}"
    return save_draft(item, text=revision.text, by=by, note=note)


@transaction.atomic
def keep_conflicting(item, *, text, note):
    """Keeps the text that lost a conflict beside the others, as no draft; once each."""
    if not Revision.objects.about(item).filter(digest=texts.digest(text)).exists():
        return create_revision(item, text, by=None, note=note, is_conflict=True)
