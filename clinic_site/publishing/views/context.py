"""What the template of an item needs."""

from django.utils.safestring import mark_safe

from clinic_site.profile.models import ClinicProfile

from ..models import Reference
from ..related import neighbours, related_to
from ..structured_data import breadcrumb_list, web_page


def item_context(request, item, trail):
    """For a live item and for a draft alike."""
    clinic = ClinicProfile.current()
    sign_off = item.valid_sign_off
    previous, following = neighbours(item)
    references = references_in_order(item.cited)
    trail = [*trail, (item.title, item.get_absolute_url())]
    return {
        "clinic": clinic,
        "item": item,
        # Sanitised when it was rendered; the clinic's details are escaped where they are filled in.
        "body": mark_safe(clinic.fill_in(item.body_html)),
        "contents": [
            heading | {"title": clinic.fill_in_text(heading["title"])} for heading in item.contents
        ],
        "related": related_to(item),
        "previous": previous,
        "next": following,
        "references": references,
        "sign_off": sign_off,
        "trail": trail,
        "structured_data": [
            web_page(request, item, clinic, sign_off, references),
            breadcrumb_list(request, trail),
        ],
    }


def references_in_order(keys):
    found = {reference.key: reference for reference in Reference.objects.filter(key__in=keys)}
    return [found[key] for key in keys if key in found]
