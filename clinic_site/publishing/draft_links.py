"""Which text a request may see with `?preview`: as staff, or by a signed link that expires."""

import re
from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner

from .models import Revision
from .permissions import may_see

SIGNER = TimestampSigner(salt="clinic_site.publishing.draft_links")
NUMBER = re.compile(r"[0-9]{1,18}")


class InvalidLink(Exception):
    """A link to a draft that is past its days, that nobody signed, or whose page moved."""


def token_for(revision):
    return SIGNER.sign(revision.pk)


def asked_for(request, model, slug):
    """The revision that a request asks for and may see, or None. Raises InvalidLink.

    Staff ask for a revision by its number, or without one for the newest text.
    """
    asked = request.GET.get("preview")
    if asked is None:
        return None
    if asked and not NUMBER.fullmatch(asked):
        return _signed(asked, model, slug)
    item = may_see(request.user, model) and model.objects.filter(slug=slug).first()
    if not item:
        return None
    return item.revisions.filter(pk=asked).first() if asked else item.latest_revision


def _signed(token, model, slug):
    try:
        pk = SIGNER.unsign(token, max_age=timedelta(days=settings.PREVIEW_LINK_DAYS))
    except BadSignature:
        raise InvalidLink from None
    revision = Revision.objects.for_model(model).filter(pk=pk).first()
    if revision is None or revision.item is None or revision.item.slug != slug:
        raise InvalidLink
    return revision
