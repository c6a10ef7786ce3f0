"""Tells search engines which addresses to read again: indexnow.org, off without INDEXNOW_KEY.

A change tells the addresses once it is certain; a thread sends what comes together in one request.
A page whose first publication or withdrawal is planned changes nothing on its day, so that search
engines learn of it from the map of the site.
"""

import json
import logging
import threading
import time
from datetime import timedelta
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

MOST_IN_A_REQUEST = 10_000
SECONDS_OF_QUIET = 2
TIMEOUT = 10

logger = logging.getLogger(__name__)


def follow(item):
    if settings.INDEXNOW_KEY:
        transaction.on_commit(lambda: _tell(item), robust=True)


def addresses(item, now=None):
    """Where a page is for readers, or was until it was withdrawn, its last address before too."""
    now = now or timezone.now()
    is_withdrawn = item.withdrawn_at is not None and item.withdrawn_at <= now
    at = item.withdrawn_at - timedelta(seconds=1) if is_withdrawn else now
    if not type(item).objects.published(at).filter(pk=item.pk).exists():
        return []
    return [reverse(item.url_name, args=[slug]) for slug in (item.slug, *item.formerly[-1:])]


def _tell(item):
    _waiting.add(f"{settings.SITE_URL}{address}" for address in addresses(item))


class _Waiting:
    """Addresses that are sent once no more have come for a while."""

    def __init__(self):
        self.addresses = {}
        self.sender = None
        self.lock = threading.Lock()

    def add(self, addresses):
        with self.lock:
            self.addresses |= dict.fromkeys(addresses)
            if self.addresses and self.sender is None:
                # Not a daemon: a command that imports pages ends when they have been told.
                self.sender = threading.Thread(target=self._send_all)
                self.sender.start()

    def _send_all(self):
        while batch := self._next_batch():
            send(batch)

    def _next_batch(self):
        """What waits, when it is enough or all; empty, and then there is no sender any more."""
        known = -1
        while True:
            with self.lock:
                count = len(self.addresses)
                if count in (0, known) or count >= MOST_IN_A_REQUEST:
                    return self._take()
            known = count
            time.sleep(SECONDS_OF_QUIET)

    def _take(self):
        batch = list(self.addresses)[:MOST_IN_A_REQUEST]
        for address in batch:
            del self.addresses[address]
        if not batch:
            self.sender = None
        return batch


_waiting = _Waiting()


def send(batch):
    """One request; a failure is logged, and what it told is found by the map of the site."""
    key = settings.INDEXNOW_KEY
    body = {
        "host": urlsplit(settings.SITE_URL).netloc,
        "key": key,
        "keyLocation": f"{settings.SITE_URL}{reverse('pages:indexnow_key', args=[key])}",
        "urlList": batch,
    }
    headers = {"Content-Type": "application/json; charset=utf-8"}
    try:
        request = Request(settings.INDEXNOW_ENDPOINT, json.dumps(body).encode(), headers)
        with urlopen(request, timeout=TIMEOUT):
            pass
    except Exception as error:
        logger.warning("IndexNow was not told of changes (addresses: %s): %s", len(batch), error)
