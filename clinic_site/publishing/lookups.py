"""What the editor looks up while somebody writes: pages to link to, sources to cite."""

from django.http import JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from .models import Reference
from .permissions import may_see
from .previewing import may_edit
from .registry import content_models

MOST = 10
LONGEST_QUERY = 100
NOT_ALLOWED = (
    "You are logged out, or may not edit pages. "
    "Your text is kept; log in again in another tab, then try again."
)


@require_GET
@cache_control(no_store=True)
def items(request):
    return _answer(request, _items)


@require_GET
@cache_control(no_store=True)
def references(request):
    return _answer(request, _references)


def _answer(request, find):
    if not may_edit(request.user):
        return JsonResponse({"error": NOT_ALLOWED}, status=403)
    words = request.GET.get("q", "")[:LONGEST_QUERY].split()
    return JsonResponse({"results": find(words, request.user)})


def _items(words, user):
    found = [item for model in content_models().values() for item in _titled(model, words, user)]
    return sorted(found, key=lambda item: item["title"].casefold())[:MOST]


def _titled(model, words, user):
    items = model.objects.all() if may_see(user, model) else model.objects.published()
    for word in words:
        items = items.filter(title__icontains=word)
    items = items.order_by("title")[:MOST]
    live = model.objects.published().in_bulk([item.pk for item in items])
    return [_described(item, is_live=item.pk in live) for item in items]


def _described(item, *, is_live):
    return {
        "address": item.address,
        "title": item.title,
        "kind": item.kind,
        "is_live": is_live,
    }


def _references(words, user):
    """Looked for here, as names such as Pérez are stored in a form that no database searches."""
    wanted = [word.casefold() for word in words]
    found = (r for r in Reference.objects.all() if _has_all(r, wanted))
    return [_cited(reference) for reference, _ in zip(found, range(MOST), strict=False)]


def _has_all(reference, wanted):
    key, authors = reference.key, reference.authors
    words = " ".join([key, *authors, str(reference.year or ""), reference.title]).casefold()
    return all(word in words for word in wanted)


def _cited(reference):
    return {name: getattr(reference, name) for name in ("key", "authors", "year", "title")}
