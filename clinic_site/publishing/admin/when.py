"""The question when a decision takes effect: now, or from a day and time on."""

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone
from django.utils import timezone

NOW, LATER = "now", "later"

BOTH = "You chose “Now” and also gave a day or a time. Choose one of the two."
INCOMPLETE = "Give both a day and a time."
CLOCKS_CHANGE = (
    "The clocks change that day, so this time comes twice or not at all. Choose another time."
)
PAST = "This time is past. Choose a later one, or “Now”."


class WhenForm(forms.Form):
    """Its `at` is the chosen moment, or None for now."""

    when = forms.ChoiceField(
        choices=[(NOW, "Now"), (LATER, "At a day and time")],
        initial=NOW,
        widget=forms.RadioSelect,
    )
    day = forms.DateField(
        required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    time = forms.TimeField(required=False, widget=forms.TimeInput({"type": "time"}, format="%H:%M"))

    def clean(self):
        values = super().clean()
        if not self.errors:
            values["at"] = self._moment(**values)
        return values

    def _moment(self, *, when, day, time, **others):
        if when == NOW and (day or time):
            raise ValidationError(BOTH)
        if when == NOW:
            return None
        if not (day and time):
            raise ValidationError(INCOMPLETE)
        at = _moment_here(day, time)
        if at <= timezone.now():
            raise ValidationError(PAST)
        return at


def _moment_here(day, time):
    try:
        return from_current_timezone(datetime.combine(day, time))
    except ValidationError:
        raise ValidationError(CLOCKS_CHANGE) from None


class PublishForm(WhenForm):
    """Bound to the text that was shown."""

    def __init__(self, *args, item, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["revision"] = forms.ModelChoiceField(item.revisions, widget=forms.HiddenInput)
