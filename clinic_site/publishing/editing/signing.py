"""A clinician stands behind the words of a text."""

from itertools import takewhile

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from .. import texts
from ..checking import checked
from ..models import SignOff
from .recording import NotAllowed, about, lock


def words_digest_of(item, revision):
    """The digest of the words that readers would see if the revision went live now."""
    return texts.words_digest(checked(type(item), revision.text, strict=False))


@transaction.atomic
def sign_off(item, *, digest, reviewer, credentials, due_on, revision=None, signed_on=None):
    """Records that a clinician stands behind the words of a revision (the latest), live or not.

    `digest` is that of the words that the clinician read.
    """
    lock(item)
    revision = revision or item.latest_revision
    if digest != words_digest_of(item, revision):
        raise NotAllowed("The text changed while you read it. Read it again, then sign it off.")
    if is_barred_author(item, revision=revision, user=reviewer):
        raise NotAllowed("Who wrote a text may not sign it off. Ask another clinician.")
    return SignOff.objects.create(
        revision=revision,
        digest=digest,
        reviewer=reviewer,
        reviewer_name=reviewer.get_full_name() or reviewer.get_username(),
        credentials=credentials,
        signed_on=signed_on or timezone.localdate(),
        due_on=due_on,
        **about(item),
    )


def is_barred_author(item, *, revision, user):
    """Whether somebody may not sign a revision because they wrote a part of it."""
    return not settings.AUTHORS_MAY_SIGN_OFF and user.pk in _authors(item, revision)


def _authors(item, revision):
    """Everybody who wrote a part of a text since the words that were signed before it."""
    signed = SignOff.objects.about(item).filter(revision__lt=revision).select_related("revision")
    signed_words = {texts.words_of(sign_off.revision.text) for sign_off in signed}
    way = takewhile(
        lambda step: step[0].pk == revision.pk or step[1] not in signed_words,
        _way_back(item, revision),
    )
    return {saved.created_by_id for saved, _ in way} - {None}


def _way_back(item, revision):
    """A revision and what it grew from, each with its words; from what was restored or recorded
    again the way leads to where these words were first saved."""
    saved = item.revisions.filter(pk__lte=revision.pk, is_conflict=False).order_by("pk")
    steps = [(step, texts.words_of(step.text)) for step in saved]
    words = [step_words for _, step_words in steps]
    place = len(steps) - 1
    while place >= 0:
        yield steps[place]
        first = words.index(words[place])
        place = first if first < place else place - 1
