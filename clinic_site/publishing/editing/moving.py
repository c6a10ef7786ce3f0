"""A page gets another address; every earlier one leads there for good."""

from django.db import transaction

from .recording import (
    NotAllowed,
    lock,
    mark_draft,
    record_beside_draft,
    save_public,
)
from .refreshing import refresh_linking


@transaction.atomic
def move(item, *, slug):
    """Moves a page that is or was public. Raises ValidationError for an address that is taken."""
    lock(item)
    if item.published_at is None:
        raise NotAllowed("This page was never public: change its address in its form.")
    if item.slug == slug:
        raise NotAllowed("This is the address of the page already.")
    newest, old = item.latest_revision, item.slug
    item.formerly = [*(known for known in item.formerly if known != slug), old]
    item.slug = slug
    item.full_clean(exclude={f.name for f in item._meta.fields} - {"slug"})
    save_public(item)
    record_beside_draft(item, newest, by=None, note=f"Moved from {old}")
    mark_draft(item)
    refresh_linking([f"{item.content_dir}:{former}" for former in item.formerly])
