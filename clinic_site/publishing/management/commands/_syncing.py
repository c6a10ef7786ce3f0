"""What import_content and export_content have in common: arguments, progress and report."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


class SyncCommand(BaseCommand):
    requires_migrations_checks = True

    def add_arguments(self, parser):
        parser.add_argument(
            "paths", nargs="*", type=Path, help="Files or folders; all of the content folder."
        )
        parser.add_argument(
            "--root", type=Path, default=settings.CONTENT_DIR, help="The content folder."
        )

    def progress(self, things):
        """The things one by one, counted on a terminal."""
        total = len(things) if hasattr(things, "__len__") else "all"
        for number, thing in enumerate(things, start=1):
            if self.stderr.isatty():
                self.stderr.write(f"\r{number} of {total}", ending="")
            yield thing
        if self.stderr.isatty():
            self.stderr.write("\r", ending="")

    def finish(self, verb, report):
        """Prints the findings and one summary line; exits with 1 when anything was wrong."""
        for path, problem in report.problems:
            self.stderr.write(f"{_shown(path)}:{problem.line}: {problem.message}")
        self.stdout.write(f"{verb}: {report.summary()}.")
        if report.problems:
            raise SystemExit(1)

    def check_inside(self, folder, paths):
        for path in paths:
            if not path.resolve().is_relative_to(folder.resolve()):
                raise CommandError(f"{path} is not in the content folder {folder}.")


def _shown(path):
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path
