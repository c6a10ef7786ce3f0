"""The files of pictures in the storage: named by what is in them, so never changed."""

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}
HASH_LENGTH = 20
FOLDER = "pictures"
PATH = rf"{FOLDER}/[0-9a-f]{{{HASH_LENGTH}}}\.(?:{'|'.join(TYPES)})"


def content_hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:HASH_LENGTH]


def path_of(name: str) -> str:
    return f"{FOLDER}/{name}"


def kept_at(content: bytes) -> str:
    """Where the content of a picture itself is kept."""
    return path_of(f"{content_hash(content)}.webp")


def type_of(path: str) -> str:
    return TYPES[path.rpartition(".")[2]]


def store(files: dict[str, bytes]) -> None:
    """Saves contents by their paths; what is there already is the same."""
    for path, content in files.items():
        if not default_storage.exists(path):
            default_storage.save(path, ContentFile(content))


def read(path: str) -> bytes:
    """Raises FileNotFoundError."""
    with default_storage.open(path) as file:
        return file.read()


def delete(paths: set[str]) -> None:
    for path in paths:
        default_storage.delete(path)
