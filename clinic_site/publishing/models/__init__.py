"""The content item, what is recorded about it, and what texts refer to."""

from .addresses import FormerAddress
from .history import Publication, Revision, SignOff
from .items import ContentItem, Topic, front_matter, reading_order
from .sources import Reference, Term
from .syncing import Synced
from .ways import ListedName, Subject

__all__ = [
    "ContentItem",
    "FormerAddress",
    "ListedName",
    "Publication",
    "Reference",
    "Revision",
    "SignOff",
    "Subject",
    "Synced",
    "Term",
    "Topic",
    "front_matter",
    "reading_order",
]
