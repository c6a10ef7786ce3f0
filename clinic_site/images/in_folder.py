"""Uploaded pictures as files of the content folder, beside the drawings."""

from functools import partial

from django.db import transaction

from . import keeping, stored
from .uploads import Refused, read_kept


def take(picture, root):
    """Fills a row from its file; raises ValueError, in one sentence, when that cannot be.

    The files are stored when the transaction ends well: a dry run leaves none.
    """
    if picture.file.name == picture.path:
        return
    old = picture.paths
    upload = _upload(picture, root)
    picture.show(upload)
    transaction.on_commit(partial(stored.store, upload.files))
    keeping.discard(old)


def give(picture, root):
    """Writes the file of a row, unless it is there."""
    path = _file(picture, root)
    if not path.exists() or stored.kept_at(path.read_bytes()) != picture.path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(stored.read(picture.file.name))


def _upload(picture, root):
    try:
        content = _file(picture, root).read_bytes()
    except OSError:
        raise ValueError(
            f"The picture images/{picture.name} is missing. Put it there, or take the entry out."
        ) from None
    if stored.kept_at(content) != picture.path:
        raise ValueError(
            f"The picture images/{picture.name} is not the one that was exported under this name. "
            "Upload pictures in the admin, then export them."
        )
    try:
        return read_kept(content)
    except Refused:
        raise ValueError(
            f"The picture images/{picture.name} cannot be read. Upload it in the admin instead."
        ) from None


def _file(picture, root):
    return root / "images" / picture.name
