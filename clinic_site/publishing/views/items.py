"""One item, what changed on it, and what stands where it is not."""

from operator import methodcaller

from django.db.models import F
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ..changes import public_changes
from ..models import FormerAddress
from .context import item_context
from .drafts import asked_for_draft
from .lists import FIELDS_OF_PAGES_ONLY

MOST_INSTEAD = 12


@require_safe
def item_page(request, model, slug, *, template, trail):
    """One published item, or a draft for who may see it; `trail` is the (title, URL) pairs above.

    An item withdrawn after it was public answers 410, one that was never public 404.
    """
    item = model.objects.published().filter(slug=slug).first()
    draft = asked_for_draft(
        request, model, slug, template=template, trail=trail, is_public=item is not None
    )
    if draft:
        return draft
    if item is None:
        return _missing_page(request, model, slug)
    return render(request, template, item_context(request, item, trail))


@require_safe
def changes_page(request, model, slug, *, trail):
    """What changed on a published item, and why; where the item is missing, this is too."""
    item = model.objects.published().filter(slug=slug).first()
    if item is None:
        return _missing_page(request, model, slug, url_of=model.get_changes_url)
    url = item.get_absolute_url()
    context = {
        "title": item.title,
        "url": url,
        "changes": public_changes(item),
        "trail": [*trail, (item.title, url), ("Changes", item.get_changes_url())],
    }
    return render(request, "changes.html", context)


# Browsers keep a 301 and a 410 for good unless told to ask: a page may move back or come back.
@cache_control(no_cache=True)
def _missing_page(request, model, slug, url_of=methodcaller("get_absolute_url")):
    moved = FormerAddress.objects.item_at(model, slug)
    if moved and not model.objects.filter(slug=slug).exists():
        return redirect(url_of(moved), permanent=True)
    gone = model.objects.filter(
        slug=slug, withdrawn_at__lte=timezone.now(), withdrawn_at__gt=F("published_at")
    ).first()
    if gone is None:
        raise Http404("There is no published page at this address.")
    return render(request, "410.html", {"title": gone.title, **_same_topic(gone)}, status=410)


def _same_topic(item):
    """What readers of a withdrawn page may read instead."""
    if not item.has_topic():
        return {}
    items = type(item).objects.published().filter(topic=item.topic).in_reading_order()
    return {"topic": item.topic, "entries": items.defer(*FIELDS_OF_PAGES_ONLY)[:MOST_INSTEAD]}
