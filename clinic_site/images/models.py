"""The picture library."""

import re
from html import escape

from django.core.validators import MinLengthValidator
from django.db import models

from . import in_folder

_MARKUP = re.compile(r"([\\`*_\[\]{}])")


class Picture(models.Model):
    """A photograph or drawing that staff uploaded, re-encoded and named by its content."""

    file = models.FileField(upload_to="pictures", editable=False)
    name = models.CharField(
        max_length=120,
        unique=True,
        editable=False,
        help_text="The name by which texts show this picture.",
    )
    alt_text = models.CharField(
        max_length=300,
        validators=[MinLengthValidator(3)],
        help_text="What the picture shows, for people who cannot see it.",
    )
    credit = models.CharField(max_length=120, blank=True, help_text="Who made it, if not us.")
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    synced_digest = models.CharField(
        "digest of the entry that file and row last agreed on",
        max_length=64,
        blank=True,
        editable=False,
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)

    key_field = "name"
    entry_file = "pictures.yaml"
    entry_fields = ("alt_text", "credit")

    class Meta:
        ordering = ["-uploaded_at"]

    def __str__(self):
        return self.name

    def read_file(self, root):
        """Takes the picture from the content folder; raises ValueError, a sentence for the user."""
        in_folder.take(self, root)

    def write_file(self, root):
        in_folder.give(self, root)

    def as_markdown(self, alt_text=""):
        """The line that shows this picture in a text, with room for a caption."""
        words = " ".join((alt_text or self.alt_text).split())
        alt_text = _MARKUP.sub(r"\\\1", escape(words, quote=False))
        return f'![{alt_text}]({self.name} "")'
