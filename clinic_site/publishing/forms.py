"""The admin's form of an item: what is typed becomes a text, and nothing is saved past it."""

from django import forms
from django.core.exceptions import ValidationError

from . import front_matter, texts
from .checking import render_item
from .editing import KEPT
from .facts import current_facts
from .models import Revision
from .problems import TextError
from .widgets import MarkdownEditor

SOMEBODY_ELSE_SAVED = (
    "Somebody else saved this page since you opened it, so your text was not saved. "
    "It still stands below: copy what you need, open the page anew and put it in."
)


class LinesField(forms.CharField):
    """A list of short texts, typed one a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, *, encoder=None, decoder=None, **kwargs):
        super().__init__(**kwargs)

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        return [line for line in map(str.strip, super().to_python(value).splitlines()) if line]

    def has_changed(self, initial, data):
        return (initial or []) != self.to_python(data)


class ContentItemForm(forms.ModelForm):
    note = forms.CharField(
        max_length=200,
        required=False,
        help_text="For colleagues: why you made this change. Readers do not see it.",
    )
    based_on = forms.ModelChoiceField(
        Revision.objects.all(), required=False, widget=forms.HiddenInput
    )

    class Meta:
        widgets = {"body": MarkdownEditor}

    def __init__(self, *args, instance=None, **kwargs):
        """Shows the newest draft, which may be ahead of what readers see."""
        self.draft = instance and instance.pk and instance.latest_revision
        if self.draft:
            self._show(instance)
            kwargs["initial"] = {"based_on": self.draft.pk, **(kwargs.get("initial") or {})}
        super().__init__(*args, instance=instance, **kwargs)

    def _show(self, instance):
        try:
            values = texts.read(type(instance), self.draft.text).values
        except TextError:
            # Saved before a rule changed; its body can still be mended.
            values = {"body": front_matter.parse(self.draft.text).body}
        for name, value in values.items():
            if name not in KEPT:
                setattr(instance, name, value)

    def clean(self):
        if self.draft and self.cleaned_data.get("based_on") != self.draft:
            raise ValidationError(SOMEBODY_ELSE_SAVED)
        return super().clean()

    def _post_clean(self):
        super()._post_clean()
        if self.is_publishing and not self.errors:
            for name, problem in render_item(self.instance, current_facts()):
                self.add_error(name, f"Line {problem.line}: {problem.message}")

    @property
    def is_publishing(self):
        return "_publish" in self.data
