"""How often the same words are searched for in a week, and what comes of it; never by whom."""

import logging
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import Error, connection, transaction
from django.db.models import F
from django.utils import timezone

from .catalogue import known_words
from .models import SearchCount
from .personal import impersonal

# What a reader's browser tells of results.
EVENTS = ("shown", "opened")
MOST_WORDS_A_WEEK = 2000
# A count is not worth more of a reader's time than this.
LONGEST_WAIT = 200  # milliseconds

_SALT = "search counts"
_LONGEST_SHOWN = timedelta(days=1)

logger = logging.getLogger(__name__)


def count_found_nothing(query):
    if words := impersonal(query, known_words()):
        _count(words, "found_nothing")


def token_for(query):
    """What a page of results gives a browser to count it by; "" where nothing is counted."""
    words = impersonal(query, known_words())
    return signing.dumps(words, salt=_SALT) if words else ""


def count_event(token, event):
    """Counts what a browser tells; raises BadSignature for what this site did not give out."""
    words = signing.loads(token, salt=_SALT, max_age=_LONGEST_SHOWN)
    if event not in EVENTS:
        raise signing.BadSignature
    _count(words, event)


def week_of(at):
    """The Monday of the week of a moment, where the clinic is."""
    day = timezone.localdate(at)
    return day - timedelta(days=day.weekday())


def _count(words, field):
    """Adds one; a database that is busy or away costs the count and not the search."""
    try:
        with _short_wait(), transaction.atomic():
            _add_one(words, week_of(timezone.now()), field)
    except Error:
        logger.warning("A search could not be counted.")


def _add_one(words, week, field):
    row = SearchCount.objects.filter(week=week, words=words)
    one_more = {field: F(field) + 1}
    if not row.update(**one_more) and _has_room(week):
        SearchCount.objects.get_or_create(week=week, words=words)
        row.update(**one_more)
        _forget_before(week)


def _has_room(week):
    return SearchCount.objects.filter(week=week).count() < MOST_WORDS_A_WEEK


def _forget_before(week):
    oldest = week - timedelta(weeks=settings.SEARCH_COUNT_WEEKS)
    SearchCount.objects.filter(week__lt=oldest).delete()


@contextmanager
def _short_wait():
    """Within, SQLite waits for no other writer for long; PostgreSQL's writers do not wait."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        [before] = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {LONGEST_WAIT}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {before}")
