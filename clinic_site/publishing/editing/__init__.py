"""The one door for each change of an item, used alike by admin, commands and tests.

Each function is one transaction and takes the item as the database holds it: what was set on
the instance without these functions is dropped.
"""

from .drafts import keep_conflicting, restore, save_draft
from .going_live import apply_due, cancel, publish, publish_as_dated, withdraw
from .moving import move
from .recording import KEPT, NotAllowed
from .refreshing import refresh_renderings
from .signing import is_barred_author, sign_off, words_digest_of

__all__ = [
    "KEPT",
    "NotAllowed",
    "apply_due",
    "cancel",
    "is_barred_author",
    "keep_conflicting",
    "move",
    "publish",
    "publish_as_dated",
    "refresh_renderings",
    "restore",
    "save_draft",
    "sign_off",
    "withdraw",
    "words_digest_of",
]
