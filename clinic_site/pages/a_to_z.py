"""Every page by its name and by what else people call it."""

from itertools import groupby
from operator import attrgetter

from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clinic_site.publishing.models import ListedName
from clinic_site.publishing.registry import content_models
from clinic_site.publishing.structured_data import breadcrumb_list
from clinic_site.publishing.views import FIELDS_OF_PAGES_ONLY

from .letters import anchor_of, jump_list, label_of

# A site of this size has one page to look down; a larger one has more, and each letter its own.
NAMES_A_PAGE = 500


@require_safe
def a_to_z(request):
    names = ListedName.objects.of_published().order_by(*ListedName.ORDER)
    counts = dict(names.order_by("letter").values_list("letter").annotate(Count("pk")))
    paginator = Paginator(with_items(names), NAMES_A_PAGE)
    paginator.count = sum(counts.values())  # they are counted already
    page = paginator.get_page(request.GET.get("page"))
    trail = [("A to Z", reverse("pages:a_to_z"))]
    context = {
        "page": page,
        "letters": jump_list(_places(counts, page.number)),
        "parts": _parts(page),
        "trail": trail,
        "structured_data": [breadcrumb_list(request, trail)],
    }
    return render(request, "pages/a_to_z.html", context)


def with_items(names):
    """Names with their items, in one query for each content model."""
    items = [model.objects.defer(*FIELDS_OF_PAGES_ONLY) for model in content_models().values()]
    return names.prefetch_related(GenericPrefetch("item", items))


def _places(counts, page_number):
    """Where each letter starts: on this page or on another one."""
    places, before = {}, 0
    for letter in sorted(counts):
        number = before // NAMES_A_PAGE + 1
        page = "" if number == page_number else f"?page={number}"
        places[letter] = f"{page}#{anchor_of(letter)}"
        before += counts[letter]
    return places


def _parts(names):
    """The names of each letter; those that are spelt alike are one entry."""
    return [
        {
            "label": label_of(letter),
            "anchor": anchor_of(letter),
            "entries": [_entry(list(alike)) for _, alike in groupby(of_letter, attrgetter("key"))],
        }
        for letter, of_letter in groupby(names, attrgetter("letter"))
    ]


def _entry(names):
    """A name: that of a page, or another word for which readers see one page or more."""
    items = [name.item for name in names]
    of_page = next((item for item in items if item.title == names[0].words), None)
    others = [item for item in items if item != of_page]
    return {"words": names[0].words, "item": of_page, "see": others}
