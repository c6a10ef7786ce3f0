"""What readers are told of a page's past: what changed, when and why."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from . import front_matter, texts
from .models import SignOff
from .public_record import periods

FIRST = "First published."
AGAIN = "Published again."
WITHDRAWN = "Withdrawn."
NO_NOTE = "The words changed. No note was written about why."


@dataclass(frozen=True)
class Change:
    at: datetime
    what: str


@dataclass(frozen=True)
class Shown:
    """What a text told its readers, with the dates that it bore."""

    words: str
    published: datetime
    updated: datetime | None
    note: str

    @classmethod
    def in_text(cls, text):
        values = front_matter.parse(text).values
        note = values.get("change_note", NO_NOTE)
        return cls(texts.words_of(text), values["published"], values.get("updated"), note)


def public_changes(item):
    """What readers saw change, the newest first; another date or place in a list is no change."""
    changes, last, was_public = [], None, False
    for at, shown in _shown_to_readers(item):
        if shown is None:
            changes += [Change(at, WITHDRAWN)] if was_public else []
        elif last is None:
            changes += _beginning(shown)
        else:
            changes += _next(last, shown, at, was_public=was_public)
        last, was_public = shown or last, shown is not None
    return changes[::-1]


def _beginning(shown):
    """The text of an import may have been corrected before it came here."""
    first = [Change(shown.published, FIRST)]
    return [*first, Change(shown.updated, shown.note)] if shown.updated else first


def _next(last, shown, at, *, was_public):
    again = [] if was_public else [Change(at, AGAIN)]
    if shown.words == last.words:
        return again
    is_dated = shown.updated and shown.updated != last.updated
    return [*again, Change(shown.updated if is_dated else at, shown.note)]


def _shown_to_readers(item):
    """(moment, text), the oldest first; no text while the page was withdrawn."""
    shown = _shown(item)
    if settings.SHOW_UNSIGNED_PAGES:
        return shown
    signed = _signed_words(item)
    return ((at, text) for at, text in shown if text is None or text.words in signed)


def _shown(item):
    public = item.publications.in_force(timezone.now()).select_related("revision")
    for period in reversed(periods(public)):
        revision = period.publication.revision
        yield period.since, revision and Shown.in_text(revision.text)


def _signed_words(item):
    """The words that a clinician signed, and those that readers see now."""
    signed = SignOff.objects.about(item).exclude(revision=None).select_related("revision")
    return {
        texts.words_of(text) for text in [texts.to_text(item), *(s.revision.text for s in signed)]
    }
