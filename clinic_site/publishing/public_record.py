"""What readers got at which time, as the publications tell it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from .models import Publication


@dataclass(frozen=True)
class Period:
    """The time in which one publication decided what readers got."""

    publication: Publication
    until: datetime | None

    @property
    def since(self):
        return self.publication.at


def periods(publications):
    """The periods of publications that come newest first; what was replaced at once had none."""
    found, until = [], None
    for publication in publications:
        if publication.at != until:
            found.append(Period(publication, until))
        until = publication.at
    return found


def past_periods(item):
    """The periods of an item up to now, the newest first, without the texts."""
    past = item.publications.in_force(timezone.now())
    return periods(past.select_related("decided_by"))


def period_at(item, moment):
    """The period that a moment lies in; None before the first."""
    return next((p for p in past_periods(item) if p.since <= moment), None)
