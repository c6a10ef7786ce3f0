"""Pictures enter and leave the library, row and file together."""

from functools import partial

from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q

from .models import Picture
from .uploads import path_of


def keep(upload, *, alt_text, credit=""):
    """The row of an uploaded picture; the same picture twice is one row, described as at first."""
    path = path_of(upload)
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(upload.content))
    picture, _ = Picture.objects.get_or_create(
        name=upload.name,
        defaults={
            "file": path,
            "alt_text": alt_text,
            "credit": credit,
            "width": upload.width,
            "height": upload.height,
        },
    )
    return picture


@transaction.atomic
def remove(picture):
    """Deletes the row, and the file once the row cannot come back."""
    transaction.on_commit(partial(default_storage.delete, picture.file.name))
    picture.delete()


def shown_in(picture):
    """The rows whose texts name the picture, of every model that declares `picture_fields`."""
    for model in apps.get_models():
        condition = Q()
        for field in getattr(model, "picture_fields", ()):
            condition |= Q(**{f"{field}__contains": picture.name})
        if condition:
            found = model.objects.filter(condition)
            # What is kept of the picture's own entry names it too.
            yield from (row for row in found if getattr(row, "item", None) != picture)
