"""Saved texts of an item with what became of each: live, planned, signed off."""

from dataclasses import dataclass, field

from django.utils import timezone

from .. import texts
from ..models import Revision, SignOff
from ..public_record import past_periods


@dataclass
class SavedText:
    revision: Revision
    is_newest: bool
    periods: list = field(default_factory=list)
    plans: list = field(default_factory=list)
    sign_offs: list = field(default_factory=list)


def saved_texts(item, revisions):
    """With the same few queries for any number of revisions."""
    newest = item.latest_revision
    saved = {revision.pk: SavedText(revision, revision == newest) for revision in revisions}
    for period in past_periods(item):
        if period.publication.revision_id in saved:
            saved[period.publication.revision_id].periods.append(period)
    for plan in item.publications.not_yet(timezone.now()).filter(revision__in=saved):
        saved[plan.revision_id].plans.append(plan)
    _add_sign_offs(item, saved.values())
    return list(saved.values())


def _add_sign_offs(item, saved):
    """A signature is for words, in whatever text they stand."""
    signed = {}
    for sign_off in sign_offs_with_texts(item):
        signed.setdefault(texts.words_of(sign_off.revision.text), []).append(sign_off)
    for text in saved if signed else ():
        text.sign_offs = signed.get(texts.words_of(text.revision.text), [])


def sign_offs_with_texts(item):
    """The newest first; of older ones the text is not known."""
    signed = SignOff.objects.about(item).exclude(revision=None)
    return signed.select_related("revision").order_by("-signed_on", "-pk")
