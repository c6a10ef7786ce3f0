"""A clinician reads a text and signs it off."""

from django.contrib import messages
from django.utils.safestring import mark_safe

from clinic_site.profile.models import ClinicProfile

from .. import editing
from ..forms import SignOffForm
from .item_pages import back_to, item_page


def sign_off(admin, request, item):
    form = SignOffForm(request.POST or None, initial={"digest": item.words_digest})
    if form.is_valid() and _sign_off(admin, request, item, form):
        return back_to(admin, request, item)
    return item_page(
        admin,
        request,
        item,
        "sign_off.html",
        f"Sign off “{item}”",
        body=mark_safe(ClinicProfile.current().fill_in(item.body_html)),
        form=form,
    )


def _sign_off(admin, request, item, form):
    try:
        editing.sign_off(item, reviewer=request.user, **form.cleaned_data)
    except editing.NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return False
    admin.message_user(request, f"You have signed off “{item}”.", messages.SUCCESS)
    return True
