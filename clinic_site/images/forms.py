"""A picture and its alt text, as the editor and the admin upload them."""

from django import forms
from django.core.exceptions import ValidationError

from .keeping import without_alt_text
from .models import NO_ALT_TEXT, Picture
from .uploads import ACCEPTED_TYPES, Refused, read_picture


class PictureForm(forms.ModelForm):
    image = forms.FileField(
        label="Picture",
        widget=forms.FileInput(attrs={"accept": ACCEPTED_TYPES}),
        error_messages={
            "required": "No picture was chosen; choose a file.",
            "empty": "The file is empty; choose another one.",
        },
        help_text="JPEG, PNG, WebP or AVIF, at most 15 MB. Place and camera are taken out of it.",
    )

    class Meta:
        model = Picture
        fields = ["alt_text", "is_decorative", "credit"]
        widgets = {"alt_text": forms.Textarea(attrs={"rows": 3, "cols": 60})}
        error_messages = {"alt_text": {"min_length": NO_ALT_TEXT}}

    def clean_alt_text(self):
        """One line, as a text and the content folder hold it."""
        return " ".join(self.cleaned_data["alt_text"].split())

    def clean_image(self):
        try:
            return read_picture(self.cleaned_data["image"])
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal

    @property
    def description(self):
        """What was said about the picture."""
        return {name: self.cleaned_data[name] for name in PictureForm.Meta.fields}


class LibraryPictureForm(PictureForm):
    """For the library itself, where a picture is not added twice."""

    def clean_image(self):
        upload = super().clean_image()
        others = Picture.objects.filter(file=upload.path).exclude(pk=self.instance.pk)
        if other := others.first():
            raise ValidationError(f"This picture is in the library already; use {other.name}.")
        return upload


class ChangedPictureForm(LibraryPictureForm):
    """A picture that is in the library, and the file that may replace it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        image = self.fields["image"]
        image.label, image.required = "Replace by another file", False
        image.help_text = (
            f"{image.help_text} Leave it empty to keep the picture. Every page below shows the "
            "new one at once, under the same name, and needs a new clinical review."
        )

    def clean_image(self):
        return self.cleaned_data["image"] and super().clean_image()

    def clean_is_decorative(self):
        """A page that shows it without alt text would lose the picture."""
        is_decorative = self.cleaned_data["is_decorative"]
        pages = [] if is_decorative else without_alt_text(self.instance)
        if pages:
            raise ValidationError(
                f"On these pages it has no alt text: {', '.join(map(str, pages))}. "
                "Write one there and publish, then come back."
            )
        return is_decorative
