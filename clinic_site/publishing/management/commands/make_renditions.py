from django.core.management.base import BaseCommand

from clinic_site.images.keeping import renew_renditions
from clinic_site.images.models import Picture
from clinic_site.images.uploads import Refused
from clinic_site.publishing import editing
from clinic_site.publishing.facts import current_facts


class Command(BaseCommand):
    help = "Makes the smaller versions of pictures that have none, and shows them on their pages."
    requires_migrations_checks = True

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="Make those of all pictures anew.")

    def handle(self, **options):
        pictures = Picture.objects.all()
        if not options["all"]:
            pictures = pictures.filter(renditions=[])
        total = pictures.count()
        for number, picture in enumerate(pictures, start=1):
            self.stdout.write(f"{number} of {total}: {picture.name}{self._renew(picture)}")
        editing.refresh_renderings(current_facts())

    def _renew(self, picture):
        """What went wrong, which does not hold up the others."""
        try:
            renew_renditions(picture)
        except (OSError, Refused):
            return " cannot be read, and stays as it is. Replace it in the picture library."
        return ""
