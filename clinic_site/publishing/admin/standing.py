"""Where an item stands: what readers see, what is draft, what is planned, and who reviewed it."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from .. import editing
from ..models import ContentItem, Publication, Revision, SignOff
from ..problems import TextError


@dataclass(frozen=True)
class Standing:
    """`decided` made the page what readers see; each sign-off is one of exactly these words."""

    item: ContentItem
    newest: Revision
    decided: Publication | None
    plans: list
    sign_off: SignOff | None
    sign_off_of_newest: SignOff | None
    has_new_words: bool

    @property
    def is_live(self):
        return self.item.state == "Live"

    @property
    def can_be_withdrawn(self):
        """Whether readers see the page, or will by a plan."""
        return self.item.state in {"Live", "Planned"}

    @property
    def is_hidden(self):
        """Whether readers do not see a live page because nobody signed it off."""
        return self.is_live and not settings.SHOW_UNSIGNED_PAGES and self.sign_off is None

    @property
    def is_planned(self):
        """Whether the newest text waits for its time."""
        has_plan = any(plan.revision_id for plan in self.plans)
        return has_plan and not self.item.has_draft

    @property
    def is_up_to_date(self):
        return self.is_live and not self.item.has_draft and not self.is_planned

    @property
    def review_is_overdue(self):
        return self.sign_off is not None and self.sign_off.due_on < timezone.localdate()


def standing_of(item):
    now = timezone.now()
    newest = item.latest_revision
    publications = item.publications.select_related("decided_by", "revision")
    of_newest = _words_digest(item, newest)
    signed = _sign_offs(item, [item.words_digest, of_newest])
    return Standing(
        item=item,
        newest=newest,
        decided=publications.in_force(now).first(),
        plans=list(publications.not_yet(now)),
        sign_off=signed.get(item.words_digest),
        sign_off_of_newest=signed.get(of_newest),
        has_new_words=of_newest != item.words_digest,
    )


def _sign_offs(item, digests):
    """The newest sign-off of each of these words."""
    found = SignOff.objects.about(item).filter(digest__in=digests)
    return {sign_off.digest: sign_off for sign_off in found.order_by("signed_on", "pk")}


def _words_digest(item, revision):
    try:
        return editing.words_digest_of(item, revision)
    except TextError:
        return None
