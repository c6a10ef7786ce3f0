"""Pictures enter, change and leave the library, row and files together."""

import re
from functools import reduce
from itertools import chain, count
from operator import or_

from django.apps import apps
from django.db import transaction
from django.db.models import Q

from . import stored
from .models import NAME, Picture, content_fields
from .uploads import read_kept

# The entry of a picture in the content folder has its name before a colon.
_NAMED = re.compile(rf"{NAME}(?!:)")


def keep(upload, *, alt_text="", is_decorative=False, credit=""):
    """The row of an uploaded picture; the same picture twice is one row, described as at first."""
    stored.store(upload.files)
    name = _free_name(upload)
    described = {"alt_text": alt_text, "is_decorative": is_decorative, "credit": credit}
    new = {"name": name, **described, **content_fields(name, upload)}
    return Picture.objects.get_or_create(file=upload.path, defaults=new)[0]


@transaction.atomic
def replace(picture, upload):
    """Gives a picture other content under its name; its old files go once that is certain."""
    old = picture.paths
    stored.store(upload.files)
    picture.show(upload)
    picture.save(update_fields=content_fields(picture.name, upload))
    discard(old)


@transaction.atomic
def remove(picture):
    """Deletes the row, and the files once the row cannot come back."""
    discard(picture.paths)
    picture.delete()


def renew_renditions(picture):
    """Makes the renditions of a picture from its content; raises Refused or FileNotFoundError."""
    replace(picture, read_kept(stored.read(picture.file.name)))


def discard(paths):
    """Deletes files when the transaction ends well, but none that a picture then shows."""
    # Django logs a failure by the name of the function, and a partial has none.
    transaction.on_commit(lambda: _delete_unused(paths), robust=True)


def _delete_unused(paths):
    in_use = {path for picture in Picture.objects.all() for path in picture.paths}
    stored.delete(paths - in_use)


def _free_name(upload):
    """The name of the content, numbered where a picture has it that shows other content now."""
    others = Picture.objects.filter(name__startswith=upload.hash).exclude(file=upload.path)
    taken = set(others.values_list("name", flat=True))
    numbered = (f"{upload.hash}-{number}.webp" for number in count(2))
    return next(name for name in chain([upload.name], numbered) if name not in taken)


def without_alt_text(picture):
    """The pages that show it with empty alt text, as only a decorative picture may be shown."""
    shown = f"![]({picture.name}"
    return [
        row
        for model, fields in _text_fields()
        for row in model.objects.filter(_any_contains(fields, shown))
        # A text that was saved is about a page, and is none.
        if not hasattr(row, "item")
    ]


def names_in_texts():
    """The names of all pictures that a text shows, by one query a model."""
    return {
        name
        for model, fields in _text_fields()
        for texts in model.objects.filter(_any_contains(fields, ".webp")).values_list(*fields)
        for text in texts
        for name in _NAMED.findall(text)
    }


def _text_fields():
    """Every model that declares `picture_fields`, with these."""
    for model in apps.get_models():
        if fields := getattr(model, "picture_fields", ()):
            yield model, fields


def _any_contains(fields, words):
    return reduce(or_, (Q(**{f"{field}__contains": words}) for field in fields))
