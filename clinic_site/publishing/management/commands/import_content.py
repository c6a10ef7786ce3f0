from django.core.management.base import CommandError

from clinic_site.publishing.importing import import_content

from ._syncing import SyncCommand


class Command(SyncCommand):
    help = "Imports the texts of the content folder; never overwrites what staff edited."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("--dry-run", action="store_true", help="Report, and change nothing.")
        parser.add_argument(
            "--prefer-file",
            action="store_true",
            help="Decide conflicts for the file; the other text stays among the revisions.",
        )

    def handle(self, *, paths, root, dry_run, prefer_file, **options):
        for path in (root, *paths):
            if not path.exists():
                raise CommandError(f"There is no file or folder {path}. Check the path.")
        self.check_inside(root, paths)
        report = import_content(
            root, paths, dry_run=dry_run, prefer_file=prefer_file, progress=self.progress
        )
        if paths and not report.counts:
            raise CommandError(f"There is no text at {', '.join(map(str, paths))}. Check the path.")
        self.finish("Would import" if dry_run else "Imported", report)
