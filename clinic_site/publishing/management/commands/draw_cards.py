from itertools import chain

from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand

from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing.cards.keeping import card_of, picture_of, public_rows


class Command(BaseCommand):
    help = "Draws the missing pictures that stand for public pages where others link to them."
    requires_migrations_checks = True

    def handle(self, **options):
        clinic = ClinicProfile.current()
        subjects = chain([None], *(rows.iterator() for rows in public_rows().values()))
        cards = (card_of(subject, clinic) for subject in subjects)
        missing = [card for card in cards if not default_storage.exists(card.path)]
        drawn = sum(self._draw(card) for card in missing)
        if drawn:
            self.stdout.write(f"{drawn} cards drawn")

    def _draw(self, card):
        """Whether it went well; one that fails does not hold up the others."""
        try:
            picture_of(card)
        except Exception as error:
            self.stderr.write(f"The card of “{card.title}” could not be drawn: {error}")
            return False
        return True
