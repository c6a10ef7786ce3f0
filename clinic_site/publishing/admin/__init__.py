"""The admin of items, sources, terms and pictures; each change goes through `editing`."""

from .entries import TopicAdmin
from .items import ContentItemAdmin

__all__ = ["ContentItemAdmin", "TopicAdmin"]
