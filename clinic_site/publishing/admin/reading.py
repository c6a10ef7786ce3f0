"""The texts of an item as staff read them: one of its revisions, shown as readers would see it."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.safestring import mark_safe

from clinic_site.profile.models import ClinicProfile

from ..checking import checked
from ..problems import TextError
from ..views import references_in_order

LONGEST_NUMBER = 18


def is_number(given):
    return given.isdecimal() and len(given) <= LONGEST_NUMBER


def find_revision(item, number):
    """The revision that an address names by its number; 404 for one of another item."""
    if not is_number(number):
        raise Http404("There is no text of this number.")
    return get_object_or_404(item.revisions.select_related("created_by"), pk=number)


def reading(model, text):
    """What `includes/text_frame.html` needs: the text as readers would see it if it was live now.

    A text that no longer keeps the rules cannot be shown; then there are `problems`.
    """
    try:
        shown = checked(model, text, strict=False)
    except TextError as error:
        return {"problems": error.problems}
    return {
        "shown": shown,
        # Sanitised when it was rendered; details of the clinic are escaped where they are put in.
        "body": mark_safe(ClinicProfile.current().fill_in(shown.body_html)),
        "references": references_in_order(shown.cited),
    }
