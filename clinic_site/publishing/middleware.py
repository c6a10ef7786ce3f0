"""Planned changes become visible on time without a clock of their own."""

import logging
import time

from . import editing

SECONDS_BETWEEN_LOOKS = 1

logger = logging.getLogger(__name__)


def apply_due_changes(get_response):
    """Looks for due changes before a request, at most once a second in each process."""
    next_look = 0.0

    def middleware(request):
        nonlocal next_look
        if time.monotonic() >= next_look:
            next_look = time.monotonic() + SECONDS_BETWEEN_LOOKS
            _apply_due()
        return get_response(request)

    return middleware


def _apply_due():
    """A plan that cannot be applied must not take the site from its readers."""
    try:
        editing.apply_due()
    except Exception:
        logger.exception("A planned change could not be applied.")
