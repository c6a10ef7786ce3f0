"""The form by which a clinician signs off a text."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from ..models import SignOff

LONGEST_WITHOUT_REVIEW = timedelta(days=3 * 365)


class SignOffForm(forms.ModelForm):
    """A clinician's word for the text before them."""

    class Meta:
        model = SignOff
        fields = ["revision", "digest", "credentials", "due_on"]
        widgets = {
            "revision": forms.HiddenInput,
            "digest": forms.HiddenInput,
            "due_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args, item, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["revision"].queryset = item.revisions.filter(is_conflict=False)

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        if due_on <= timezone.localdate():
            raise ValidationError("This day is past. Choose the day of the next review.")
        if due_on > timezone.localdate() + LONGEST_WITHOUT_REVIEW:
            raise ValidationError("This day is more than 3 years away. Choose an earlier one.")
        return due_on
