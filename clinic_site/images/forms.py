"""A picture and its alt text, as the editor and the admin upload them."""

from django import forms
from django.core.exceptions import ValidationError

from .models import Picture
from .uploads import ACCEPTED_TYPES, Refused, read_picture

NO_ALT_TEXT = "The alt text is missing; write what the picture shows, for people who cannot see it."


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
        fields = ["alt_text", "credit"]
        error_messages = {"alt_text": {"required": NO_ALT_TEXT, "min_length": NO_ALT_TEXT}}

    def clean_image(self):
        try:
            return read_picture(self.cleaned_data["image"])
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal


class NewPictureForm(PictureForm):
    """For the library itself, where a picture is not added twice."""

    def clean_image(self):
        upload = super().clean_image()
        if Picture.objects.filter(name=upload.name).exists():
            raise ValidationError(f"This picture is in the library already; use {upload.name}.")
        return upload
