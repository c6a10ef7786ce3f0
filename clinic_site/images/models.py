"""The picture library."""

import re
from html import escape

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.validators import MinLengthValidator, RegexValidator
from django.db import models

from .stored import HASH_LENGTH, path_of, type_of

NAME = rf"[0-9a-f]{{{HASH_LENGTH}}}(?:-\d+)?\.webp"
NO_ALT_TEXT = (
    "The alt text is missing; write what the picture shows, for people who cannot see it, "
    "or mark the picture as decorative."
)
_MARKUP = re.compile(r"([\\`*_\[\]{}])")
# Of what a browser can show it takes the first.
_SERVED_TYPES = ("image/avif", "image/webp")


class Picture(models.Model):
    """A photograph or drawing that staff uploaded, re-encoded and named by its first content."""

    file = models.FileField(upload_to="pictures", editable=False)
    name = models.CharField(
        max_length=120,
        unique=True,
        editable=False,
        validators=[RegexValidator(rf"\A{NAME}\Z", "This is not a name of the picture library.")],
        help_text="The name by which texts show this picture.",
    )
    alt_text = models.CharField(
        max_length=300,
        blank=True,
        validators=[MinLengthValidator(3)],
        help_text="What the picture shows, for people who cannot see it.",
    )
    is_decorative = models.BooleanField(
        "decorative",
        default=False,
        help_text="It shows nothing that the text does not say: screen readers pass over it.",
    )
    credit = models.CharField(max_length=120, blank=True, help_text="Who made it, if not us.")
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    version = models.CharField(
        "hash of the content that replaced the first",
        max_length=HASH_LENGTH,
        blank=True,
        editable=False,
        validators=[RegexValidator(rf"\A[0-9a-f]{{{HASH_LENGTH}}}\Z")],
    )
    # {"path": …, "width": …} of each file that readers get, smallest first.
    renditions = models.JSONField(default=list, blank=True, editable=False)
    synced_digest = models.CharField(
        "digest of the entry that file and row last agreed on",
        max_length=64,
        blank=True,
        editable=False,
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)

    key_field = "name"
    entry_file = "pictures.yaml"
    entry_fields = ("alt_text", "is_decorative", "credit", "version")

    class Meta:
        ordering = ["-uploaded_at"]

    def __str__(self):
        return self.name

    def clean(self):
        if not (self.alt_text or self.is_decorative):
            raise ValidationError({"alt_text": NO_ALT_TEXT})

    @property
    def path(self):
        """Where its content is kept, whether or not it is there yet."""
        return path_of(f"{self.version}.webp" if self.version else self.name)

    @property
    def paths(self):
        """Every file of it."""
        return {self.file.name, *(made["path"] for made in self.renditions)} - {""}

    @property
    def url(self):
        """The address of a file that every browser shows."""
        fallbacks = (m["path"] for m in self.renditions if type_of(m["path"]) not in _SERVED_TYPES)
        return default_storage.url(next(fallbacks, self.file.name))

    @property
    def smallest_url(self):
        return default_storage.url(next((m["path"] for m in self.renditions), self.file.name))

    @property
    def sources(self):
        """Types and their `srcset`, the best first; none where no renditions were made."""
        made = [(kind, self._srcset(kind)) for kind in _SERVED_TYPES]
        return tuple((kind, srcset) for kind, srcset in made if srcset)

    def _srcset(self, kind):
        return ", ".join(
            f"{default_storage.url(made['path'])} {made['width']}w"
            for made in self.renditions
            if type_of(made["path"]) == kind
        )

    def show(self, upload):
        """Takes the content of an upload under the same name; saves nothing."""
        for name, value in content_fields(self.name, upload).items():
            setattr(self, name, value)

    def read_file(self, root):
        """Takes the picture from the content folder; raises ValueError, a sentence for the user."""
        from . import in_folder

        in_folder.take(self, root)

    def write_file(self, root):
        from . import in_folder

        in_folder.give(self, root)

    def as_markdown(self, alt_text=""):
        """The line that shows this picture in a text, with room for a caption."""
        own = "" if self.is_decorative else self.alt_text
        words = " ".join((alt_text or own).split())
        alt_text = _MARKUP.sub(r"\\\1", escape(words, quote=False))
        return f'![{alt_text}]({self.name} "")'


def content_fields(name, upload):
    """What the row of a picture of this name says about its content."""
    return {
        "file": upload.path,
        "version": "" if name == upload.name else upload.hash,
        "width": upload.width,
        "height": upload.height,
        "renditions": [{"path": made.path, "width": made.width} for made in upload.renditions],
    }
