"""The pages that every content model shares: one item, what changed on it, a list of items."""

from .context import references_in_order
from .items import changes_page, item_page
from .lists import FIELDS_OF_PAGES_ONLY, ITEMS_A_PAGE, list_page, topic_page

__all__ = [
    "FIELDS_OF_PAGES_ONLY",
    "ITEMS_A_PAGE",
    "changes_page",
    "item_page",
    "list_page",
    "references_in_order",
    "topic_page",
]
