"""A clinician stands behind the words of a text."""

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
    """Everybody who saved a text after the last one that was signed, up to this one."""
    saved = item.revisions.filter(pk__lte=revision.pk, is_conflict=False)
    signed = SignOff.objects.about(item).filter(revision__lt=revision).order_by("revision").last()
    if signed:
        saved = saved.filter(pk__gt=signed.revision_id)
    return set(saved.exclude(created_by=None).values_list("created_by", flat=True))
