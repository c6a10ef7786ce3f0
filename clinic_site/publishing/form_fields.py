"""Fields of the admin's forms that Django does not have."""

from django import forms


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
