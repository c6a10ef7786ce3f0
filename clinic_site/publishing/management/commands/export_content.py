from clinic_site.publishing.exporting import export_content

from ._syncing import SyncCommand


class Command(SyncCommand):
    help = "Writes the texts of the database to the content folder, for git."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument(
            "--prefer-database",
            action="store_true",
            help="Decide conflicts for the database; the file's text becomes a revision.",
        )

    def handle(self, *, paths, root, prefer_database, **options):
        self.check_inside(root, paths)
        root.mkdir(parents=True, exist_ok=True)
        report = export_content(
            root, paths, prefer_database=prefer_database, progress=self.progress
        )
        self.finish("Exported", report)
