from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from clinic_site.publishing.querysets import DAYS_OF_NOTICE
from clinic_site.staff.reminders import NotSent, headline, listing, reviews_to_do, send

MOST_DAYS = 3650


class Command(BaseCommand):
    help = "Lists the pages whose clinical review is overdue or due soon."

    def add_arguments(self, parser):
        parser.add_argument(
            "--days", type=int, default=DAYS_OF_NOTICE, help="How far to look ahead (30)."
        )
        parser.add_argument(
            "--email",
            action="store_true",
            help="Also send the list to active clinical reviewers and managers.",
        )

    def handle(self, *, days, email, **options):
        if not 0 <= days <= MOST_DAYS:
            raise CommandError(f"Give --days as a number from 0 to {MOST_DAYS}.")
        at = timezone.now()
        items = reviews_to_do(at, days)
        if not items:
            self.stdout.write(f"No review is overdue or due within {days} days.")
            return
        self.stdout.write(f"{headline(items, at, days)}\n{listing(items)}")
        if email:
            self._send(items, at, days)

    def _send(self, items, at, days):
        try:
            told = send(items, at, days)
        except NotSent as failure:
            raise CommandError(str(failure)) from failure
        self.stdout.write(f"Sent to {', '.join(told)}.")
