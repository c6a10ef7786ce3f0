"""Which card stands for a page, and where its picture is kept.

A card is named by what is on it, so another title or clinic has another address; of each page only
the last card is kept.
"""

from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import transaction
from django.urls import reverse

from clinic_site.images import stored
from clinic_site.profile.models import SITE_TITLE, ClinicProfile

from ..registry import content_models, topics_in_use
from .drawing import HEADING, TEXT, draw

SITE = "site"
# Of a server that was killed while it wrote, half a picture may be left.
END_OF_PNG = b"IEND\xaeB`\x82"


@dataclass(frozen=True)
class Card:
    """`kind` and `key` name the page, or the site for pages without a card of their own."""

    kind: str
    key: int
    title: str
    clinic_name: str

    @property
    def digest(self):
        shown = "\0".join((self.title, self.clinic_name, _design()))
        return stored.content_hash(shown.encode())

    @property
    def folder(self):
        return f"cards/{self.kind}/{self.key}"

    @property
    def path(self):
        return f"{self.folder}/{self.digest}.png"

    @property
    def url(self):
        return reverse("card", args=[self.kind, self.key, self.digest])

    @property
    def alt_text(self):
        return ": ".join(filter(None, (self.clinic_name, self.title)))


def card_of(subject, clinic):
    """The card of an item or a topic; None stands for any other page."""
    name = clinic.filled_in("name")
    if subject is None:
        return Card(SITE, 0, SITE_TITLE, name)
    return Card(_kind_of(type(subject)), subject.pk, subject.title, name)


def public_rows():
    """The public items and topics by kind, as querysets."""
    models = content_models().items()
    items = {kind: model.objects.published() for kind, model in models}
    topics = {_topics(kind): topics_in_use(model) for kind, model in models if model.has_topic()}
    return items | topics


def public_card(kind, key):
    """The card of this name as it is now, or None where readers have no such page."""
    if (kind, key) == (SITE, 0):
        return card_of(None, ClinicProfile.current())
    rows = public_rows()
    row = rows[kind].filter(pk=key).first() if kind in rows else None
    return row and card_of(row, ClinicProfile.current())


def picture_of(card):
    """The PNG of a card, drawn now if it is not kept yet."""
    kept = _kept(card.path)
    if kept.endswith(END_OF_PNG):
        return kept
    content = draw(card.title, card.clinic_name)
    forget(card.folder)
    stored.store({card.path: content})
    return content


def forget(folder):
    """Deletes the pictures in a folder."""
    with suppress(FileNotFoundError):
        names = default_storage.listdir(folder)[1]
        stored.delete({f"{folder}/{name}" for name in names})


def follow(item):
    """Draws or forgets the card of an item once its change is certain; a failure is logged."""
    # No partial: Django logs a failure by the name of the function.
    transaction.on_commit(lambda: _renew(item), robust=True)


def _renew(item):
    card = card_of(item, ClinicProfile.current())
    if not (item.is_live or item.is_planned):
        forget(card.folder)
    elif not default_storage.exists(card.path):
        picture_of(card)


def _kept(path):
    try:
        return stored.read(path)
    except FileNotFoundError:
        return b""


def _kind_of(model):
    """The kind of an item's or a topic's model."""
    for kind, item_model in content_models().items():
        if model is item_model:
            return kind
        if item_model.has_topic() and model is item_model.topic.field.related_model:
            return _topics(kind)
    raise ValueError(f"{model.__name__} has no cards.")


def _topics(kind):
    return f"{kind}-topics"


@cache
def _design():
    """Changes when cards have to be drawn anew for what they look like."""
    code = [Path(__file__).with_name(f"{name}.py") for name in ("drawing", "ground", "lines")]
    return "".join(stored.content_hash(path.read_bytes()) for path in (*code, HEADING, TEXT))
