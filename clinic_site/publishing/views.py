"""The pages that every content model shares: one item, what changed on it, a list of items."""

from operator import methodcaller

from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe

from clinic_site.profile.models import ClinicProfile

from . import draft_links, texts
from .changes import public_changes
from .checking import checked
from .editing import KEPT
from .models import FormerAddress, Reference
from .permissions import may_see
from .problems import TextError
from .registry import published_at_addresses
from .structured_data import breadcrumb_list, web_page

ITEMS_A_PAGE = 60
MOST_INSTEAD = 12
FIELDS_OF_PAGES_ONLY = ("body", "body_html", "contents", "plain_text", "cited", "linked")


def item_page(request, model, slug, *, template, trail):
    """One published item, or a draft for who may see it; `trail` is the (title, URL) pairs above.

    An item withdrawn after it was public answers 410, one that was never public 404.
    """
    item = model.objects.published().filter(slug=slug).first()
    try:
        if revision := draft_links.asked_for(request, model, slug):
            return _kept_private(_draft_page(request, revision, template, trail))
    except draft_links.InvalidLink:
        if item is None:
            return _kept_private(render(request, "expired_link.html", status=403))
    if item is None:
        return _missing_page(request, model, slug)
    return render(request, template, item_context(request, item, trail))


def item_context(request, item, trail):
    """What the template of an item needs, however its text came to be shown."""
    clinic = ClinicProfile.current()
    sign_off = item.valid_sign_off
    trail = [*trail, (item.title, item.get_absolute_url())]
    return {
        "clinic": clinic,
        "item": item,
        # Sanitised when it was rendered; the clinic's details are escaped where they are filled in.
        "body": mark_safe(clinic.fill_in(item.body_html)),
        "contents": [
            heading | {"title": clinic.fill_in_text(heading["title"])} for heading in item.contents
        ],
        "references": references_in_order(item.cited),
        "related": published_at_addresses(item.related),
        "sign_off": sign_off,
        "trail": trail,
        "structured_data": [
            web_page(request, item, clinic, sign_off),
            breadcrumb_list(request, trail),
        ],
    }


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


def list_page(request, items, *, template, trail, describe=None, **context):
    """Published items in reading order, a page at a time.

    `describe` makes structured data of the items shown, beside the way that leads here.
    """
    items = items.published().in_reading_order().select_related("topic")
    paginator = Paginator(items.defer(*FIELDS_OF_PAGES_ONLY), ITEMS_A_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    structured_data = [breadcrumb_list(request, trail)]
    if describe:
        structured_data.append(describe(page))
    context |= {"page": page, "trail": trail, "structured_data": structured_data}
    return render(request, template, context)


def topic_page(request, topic_model, item_model, slug, *, template, trail):
    """The published items of one topic; a topic without any is no page yet."""
    in_use = topic_model.objects.filter(pk__in=item_model.objects.published().values("topic"))
    topic = get_object_or_404(in_use, slug=slug)
    return list_page(
        request,
        item_model.objects.filter(topic=topic),
        template=template,
        trail=[*trail, (topic.title, topic.get_absolute_url())],
        topic=topic,
    )


def _draft_page(request, revision, template, trail):
    """The page that readers would get if this text went live now, told from the live one."""
    item = revision.item
    try:
        draft = checked(type(item), revision.text, strict=False)
    except TextError:
        raise Http404("This text cannot be read any more.") from None
    for name in ("pk", "slug", *KEPT):
        setattr(draft, name, getattr(item, name))
    draft.words_digest = texts.words_digest(draft)
    context = item_context(request, draft, trail)
    context |= {"structured_data": [], "preview": _preview_of(request, item, revision, draft)}
    return render(request, template, context)


def _preview_of(request, item, revision, draft):
    """What the banner of a draft tells; the way back is for staff."""
    is_newest = revision == item.latest_revision
    return {
        "is_public": item.is_live and texts.to_text(draft) == texts.to_text(item),
        "is_draft": is_newest and item.has_draft,
        "is_planned": is_newest and not item.has_draft,
        "saved_at": revision.created_at,
        "opts": item._meta if may_see(request.user, type(item)) else None,
    }


def _kept_private(response):
    """Nobody stores or lists the answer, and no link in it tells others how it was reached."""
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


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


def references_in_order(keys):
    found = {reference.key: reference for reference in Reference.objects.filter(key__in=keys)}
    return [found[key] for key in keys if key in found]
