"""What readers got at which time."""

from datetime import UTC, datetime, timedelta

from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from clinic_site.publishing.models import Publication
from clinic_site.publishing.public_record import past_periods, period_at, periods
from tests.conftest import LONG_AGO

MARCH, APRIL, MAY = (datetime(2026, month, 1, 8, tzinfo=UTC) for month in (3, 4, 5))
MINUTE = timedelta(minutes=1)


def spans(found):
    return [(period.since, period.until) for period in found]


def record(item, *moments):
    """As if the page had been published at these moments."""
    item.publications.update(at=moments[0])
    first = item.publications.get()
    for at in moments[1:]:
        Publication.objects.create(
            content_type=first.content_type,
            object_id=item.pk,
            revision=first.revision,
            at=at,
            applied_at=at,
        )


def test_each_publication_lasts_until_the_next():
    newest_first = [Publication(at=at) for at in (MAY, APRIL, MARCH)]
    assert spans(periods(newest_first)) == [(MAY, None), (APRIL, MAY), (MARCH, APRIL)]


def test_what_was_replaced_at_once_had_no_time():
    last, slip, first = (Publication(at=at) for at in (APRIL, APRIL, MARCH))
    assert [period.publication for period in periods([last, slip, first])] == [last, first]


def test_period_is_found_by_any_moment_in_it(make_live):
    item = make_live(Page, "about")
    record(item, MARCH, APRIL)
    moments = (MARCH - MINUTE, MARCH, APRIL - MINUTE, APRIL)
    found = [period_at(item, at) for at in moments]
    assert [period and period.since for period in found] == [None, MARCH, MARCH, APRIL]


def test_plans_have_no_period(make_live):
    item = make_live(Page, "about")
    record(item, LONG_AGO)
    editing.withdraw(item, at=datetime(2999, 1, 1, tzinfo=UTC))
    assert spans(past_periods(item)) == [(LONG_AGO, None)]
