import json
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from clinic_site.publishing.proofreading.reports import check_files, check_rows, figures

HEADER = "{:<52} {:>6} {:>6} {:>6} {:>9} {:>8} {:>10}"
TITLES = ("page", "words", "FK", "SMOG", "mean", "longest", "words/you")


class Command(BaseCommand):
    help = "Proofreads the content folder (or the database) against the rules for plain writing."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="*", type=Path, help="Files; all of the content folder.")
        parser.add_argument("--root", type=Path, default=settings.CONTENT_DIR)
        parser.add_argument(
            "--database", action="store_true", help="Check what the database holds instead."
        )
        parser.add_argument("--summary", action="store_true", help="A table of all pages' figures.")
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *, paths, root, database, summary, format, **options):
        report = check_rows() if database else check_files(root, paths)
        if format == "json":
            self._write_json(report)
        else:
            self._write_text(report, summary)
        if report.errors:
            raise SystemExit(1)

    def _write_json(self, report):
        data = {
            "findings": [asdict(finding) for finding in report.findings],
            "pages": [figures(proof) for proof in report.proofs],
        }
        self.stdout.write(json.dumps(data, indent=2, ensure_ascii=False))

    def _write_text(self, report, summary):
        for found in report.findings:
            kind = found.rule if found.is_error else f"{found.rule} (warning)"
            self.stdout.write(f"{found.where}:{found.line}: {kind}: {found.message}")
        if summary:
            self.stdout.write(HEADER.format(*TITLES))
            for proof in report.proofs:
                self.stdout.write(HEADER.format(*figures(proof).values()))
        errors = len(report.errors)
        warnings = len(report.findings) - errors
        self.stdout.write(f"{len(report.proofs)} pages: {errors} errors, {warnings} warnings.")
