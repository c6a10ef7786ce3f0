"""A page that is or was public gets another address."""

from django import forms
from django.core.exceptions import ValidationError

from .. import editing
from .item_pages import back_to, item_page, tell


class AddressForm(forms.Form):
    """Takes what the field of the item takes."""

    def __init__(self, *args, item, **kwargs):
        super().__init__(*args, initial={"slug": item.slug}, **kwargs)
        self.fields["slug"] = item._meta.get_field("slug").formfield()


def move(admin, request, item):
    old = item.slug
    form = AddressForm(request.POST or None, item=item)
    if form.is_valid() and _move(admin, request, item, form):
        return back_to(admin, request, item)
    return item_page(
        admin, request, item, "move.html", f"Change the address of “{item}”", form=form, old=old
    )


def _move(admin, request, item, form):
    old = item.get_absolute_url()
    try:
        editing.move(item, slug=form.cleaned_data["slug"])
    except (ValidationError, editing.NotAllowed) as refusal:
        form.add_error("slug", getattr(refusal, "messages", str(refusal)))
        item.refresh_from_db()
        return False
    new = item.get_absolute_url()
    tell(admin, request, item, f"“{item}” is at {new} now. {old} leads there for good.")
    return True
