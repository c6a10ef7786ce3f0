"""Uploaded pictures as files of the content folder, beside the drawings."""

from functools import partial

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from PIL import Image

from .uploads import Upload, path_of


def take(picture, root):
    """Fills a new row from its file; raises ValueError, in one sentence, when that cannot be.

    The file itself is taken when the transaction ends well: a dry run leaves none.
    """
    path = _file(picture, root)
    try:
        content = path.read_bytes()
    except OSError:
        raise ValueError(
            f"The picture images/{picture.name} is missing. Put it there, or take the entry out."
        ) from None
    upload = Upload(content, *_size(picture, root))
    if upload.name != picture.name:
        raise ValueError(
            f"The picture images/{picture.name} is not the one that was exported under this name. "
            "Upload pictures in the admin, then export them."
        )
    picture.file, picture.width, picture.height = path_of(upload), upload.width, upload.height
    transaction.on_commit(partial(_store, path, picture.file.name))


def give(picture, root):
    """Writes the file of a row; its name is a hash of its content, so it never changes."""
    path = _file(picture, root)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with picture.file.open() as file:
            path.write_bytes(file.read())


def _store(path, name):
    if not default_storage.exists(name):
        with path.open("rb") as file:
            default_storage.save(name, File(file))


def _file(picture, root):
    return root / "images" / picture.name


def _size(picture, root):
    try:
        with Image.open(_file(picture, root), formats=["WEBP"]) as image:
            return image.size
    except (OSError, Image.DecompressionBombError):
        raise ValueError(
            f"The picture images/{picture.name} cannot be read. Upload it in the admin instead."
        ) from None
