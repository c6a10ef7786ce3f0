"""Whether the addresses of other sites still lead to something."""

import time
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from urllib.parse import urlsplit

from .asking import Failure, LostConnection, ask
from .links import DOI

MOST_REDIRECTS = 10
# What sites answer to programs, or when they are busy, while a reader may well get the page.
REFUSED_TO_PROGRAMS = {401, 403, 406, 418, 429, 451, 503, 999}
MOVED_FOR_GOOD = {301, 308}


class Verdict(Enum):
    BROKEN = "Broken"
    UNCLEAR = "Not clear, open them yourself"
    MOVED = "Moved, write the new address"
    FINE = "Fine"


@dataclass(frozen=True)
class Finding:
    """A verdict on one address, and what its site does, in words that follow the address."""

    url: str
    verdict: Verdict
    what: str = ""


class Checker:
    """Asks one address after the other, no site more often than every `pause` seconds."""

    def __init__(self, *, agent, timeout=10.0, pause=1.0, allow_local=False):
        self.options = {"agent": agent, "timeout": timeout, "allow_local": allow_local}
        self.pause = pause
        self.asked_at = {}

    def check(self, url):
        try:
            hops, status = self._follow(url)
        except Failure as failure:
            return Finding(url, Verdict.BROKEN, str(failure))
        if status in REFUSED_TO_PROGRAMS:
            return Finding(url, Verdict.UNCLEAR, f"answers programs with {_named(status)}")
        if status >= 400:
            return Finding(url, Verdict.BROKEN, f"answers {_named(status)}")
        # A DOI is a name that leads on by design.
        if hops and not url.startswith(DOI):
            return Finding(url, Verdict.MOVED, _told(hops))
        return Finding(url, Verdict.FINE)

    def _follow(self, url):
        """The redirects on the way as (status, address), and the status at the end of it."""
        hops = []
        while len(hops) <= MOST_REDIRECTS:
            answer = self._answer(hops[-1][1] if hops else url)
            if not answer.leads_to:
                return hops, answer.status
            hops.append((answer.status, answer.leads_to))
        raise Failure("is sent on and on without an end")

    def _answer(self, url):
        """What a site answers to HEAD, or to GET where it does not like HEAD."""
        try:
            answer = self._ask("HEAD", url)
        except LostConnection:
            return self._ask("GET", url)
        return answer if answer.status < 400 else self._ask("GET", url)

    def _ask(self, method, url):
        host = urlsplit(url).netloc
        if host in self.asked_at:
            time.sleep(max(0, self.asked_at[host] + self.pause - time.monotonic()))
        try:
            return ask(method, url, **self.options)
        finally:
            self.asked_at[host] = time.monotonic()


def _told(hops):
    is_for_good = all(status in MOVED_FOR_GOOD for status, _ in hops)
    return f"{'moved for good' if is_for_good else 'leads on'} to {hops[-1][1]}"


def _named(status):
    try:
        return f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return str(status)
