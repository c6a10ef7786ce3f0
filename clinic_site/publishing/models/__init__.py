"""The content item, what is recorded about it, and what texts refer to."""

from .addresses import FormerAddress
from .history import Publication, Revision, SignOff
from .items import ContentItem, Topic, front_matter
from .sources import Reference, Term
from .syncing import Synced

__all__ = [
    "ContentItem",
    "FormerAddress",
    "Publication",
    "Reference",
    "Revision",
    "SignOff",
    "Synced",
    "Term",
    "Topic",
    "front_matter",
]
