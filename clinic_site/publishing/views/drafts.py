"""A text that readers do not see, for who may see it: staff, and whoever was given a link."""

from django.http import Http404
from django.shortcuts import render

from .. import draft_links, texts
from ..checking import checked
from ..editing import KEPT
from ..permissions import may_see
from ..problems import TextError
from .context import item_context


def asked_for_draft(request, model, slug, *, template, trail, is_public):
    """The draft page that a request asks for and may see, or None."""
    try:
        revision = draft_links.asked_for(request, model, slug)
    except draft_links.InvalidLink:
        refusal = render(request, "expired_link.html", status=403)
        return None if is_public else _kept_private(refusal)
    return revision and _kept_private(_draft_page(request, revision, template, trail))


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
