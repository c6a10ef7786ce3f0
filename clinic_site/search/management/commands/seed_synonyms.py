from django.core.management.base import BaseCommand

from clinic_site.search.seeding import seed_synonyms


class Command(BaseCommand):
    help = "Adds what the glossary and the pages say patients call things to the synonyms."
    requires_migrations_checks = True

    def handle(self, **options):
        if added := seed_synonyms():
            self.stdout.write(f"Synonyms added: {added}")
