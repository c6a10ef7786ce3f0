"""The pictures that stand for pages where others link to them."""

import logging

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from clinic_site.images.views import HEADERS

from ..cards.keeping import picture_of, public_card

logger = logging.getLogger(__name__)


@require_safe
def card(request, kind, key, digest):
    """The card of a public page; an earlier address of it leads to the one of now."""
    current = public_card(kind, key)
    if current is None:
        raise Http404("There is no card of this name.")
    if digest != current.digest:
        return redirect(current.url)
    try:
        content = picture_of(current)
    except Exception as error:
        logger.exception("A card could not be drawn.")
        raise Http404("This card cannot be drawn.") from error
    return HttpResponse(content, content_type="image/png", headers=HEADERS)
