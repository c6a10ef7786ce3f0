"""What a page said on a given day and time, and who had decided that."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from ..public_record import period_at
from .item_pages import item_page
from .reading import reading

FIRST_YEAR = 2000


class MomentForm(forms.Form):
    """A moment of the past, in the time zone of the site."""

    at = forms.DateTimeField(
        label="Day and time",
        widget=forms.DateTimeInput(
            attrs={"type": "datetime-local", "step": "any"}, format="%Y-%m-%dT%H:%M"
        ),
    )

    def clean_at(self):
        at = self.cleaned_data["at"]
        if at > timezone.now():
            raise ValidationError("This time has not come yet. Choose one in the past.")
        if at.year < FIRST_YEAR:
            raise ValidationError(f"There was no page then. Choose a day from {FIRST_YEAR} on.")
        return at


def text_at(admin, request, item):
    form = MomentForm(request.GET or None, initial={"at": timezone.localtime()})
    at = form.cleaned_data["at"] if form.is_valid() else None
    period = at and period_at(item, at)
    revision = period and period.publication.revision
    return item_page(
        admin,
        request,
        item,
        "text_at.html",
        f"What “{item}” said",
        form=form,
        at=at,
        period=period,
        revision=revision,
        time_zone=timezone.get_current_timezone_name(),
        hides_unsigned=not settings.SHOW_UNSIGNED_PAGES,
        **(reading(admin.model, revision.text) if revision else {}),
    )
