"""From the content folder into the database; nothing that staff wrote is overwritten."""

from contextlib import nullcontext

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import transaction

from . import editing, entries, texts
from .facts import current_facts
from .problems import Problem, TextError
from .registry import entry_models
from .syncing import ContentFolder, Decision, Report, decide

OUTCOMES = {
    Decision.ONLY_FILE: "created",
    Decision.SAME: "unchanged",
    Decision.FILE_CHANGED: "updated",
    Decision.ROW_CHANGED: "kept as edited in the admin",
    Decision.CONFLICT: "in conflict",
}
TAKEN_FROM_FILE = {Decision.ONLY_FILE, Decision.FILE_CHANGED}
CONFLICT = (
    "The file and the database both changed since they last agreed, so neither was touched. "
    "Compare them; then import with --prefer-file or export with --prefer-database."
)
NOT_PUBLISHED = (
    "This page is live, but the file has no `published`. "
    "Put the date back, or add `withdrawn` with the date on which readers lose it."
)


def import_content(root, paths=(), *, dry_run=False, prefer_file=False, progress=iter):
    """Imports the chosen files of a content folder (all of it) and reports on each.

    A file with a problem is left out, the others are imported. With `prefer_file` a conflict is
    decided for the file; the row's text stays among the revisions.
    """
    run = _Run(ContentFolder(root, paths), prefer_file, progress)
    with transaction.atomic() if dry_run else nullcontext():
        run.import_all()
        if dry_run:
            transaction.set_rollback(True)
    return run.report


class _Run:
    def __init__(self, folder, prefer_file, progress):
        self.folder = folder
        self.prefer_file = prefer_file
        self.progress = progress
        self.report = Report()

    def import_all(self):
        for model in entry_models():
            path = self.folder.path_of_entries(model)
            if self.folder.is_chosen(path) and path.is_file():
                self._import_entries(path, model)
        self.facts = current_facts(coming_addresses=self.folder.addresses())
        for path, model in self.progress(self.folder.item_files()):
            try:
                self.report.count(OUTCOMES[self._import_item(path, model)])
            except TextError as error:
                self._report_errors(path, error.problems)
        editing.refresh_renderings(self.facts)

    def _import_item(self, path, model):
        validate_name(path)
        text = texts.canonical(model, read_file(path))
        item = model.objects.filter(slug=path.stem).first()
        decision = self._decide(texts.digest(text), item, _latest_digest(item))
        if decision is Decision.CONFLICT:
            editing.keep_conflicting(item, text=text, note=f"Text of the file {path.name}")
            self.report.add_problems(path, [Problem(1, CONFLICT)])
        elif decision in TAKEN_FROM_FILE:
            item = item or model(slug=path.stem)
            _apply(item, read_file(path), self.facts, note=f"Imported from {path.name}")
        if decision in TAKEN_FROM_FILE or decision is Decision.SAME:
            agree(item, texts.digest(text))
        return decision

    def _import_entries(self, path, model):
        try:
            rows, problems = entries.read_file(model, read_file(path))
        except TextError as error:
            rows, problems = {}, error.problems
        if problems:
            self._report_errors(path, problems)
        for key, row in rows.items():
            try:
                self.report.count(OUTCOMES[self._import_entry(path, model, key, row)])
            except ValueError as error:
                self._report_errors(path, [Problem(1, str(error))])

    def _import_entry(self, path, model, key, row):
        kept = model.objects.filter(**{model.key_field: key}).first()
        digest = entries.digest(row)
        decision = self._decide(digest, kept, kept and entries.digest(kept))
        if decision is Decision.CONFLICT:
            self.report.add_problems(path, [Problem(1, f"`{key}`: {CONFLICT}")])
        elif decision in TAKEN_FROM_FILE:
            kept = kept or self._new_row(row)
            for name in model.entry_fields:
                setattr(kept, name, getattr(row, name))
            kept.save()
        if decision in TAKEN_FROM_FILE or decision is Decision.SAME:
            agree(kept, digest)
        return decision

    def _new_row(self, row):
        """A row to be created, with the file that belongs to it where it has one."""
        if hasattr(row, "read_file"):
            row.read_file(self.folder.root)
        return row

    def _decide(self, digest, row, row_digest):
        decision = decide(digest, row_digest, row.synced_digest if row else "")
        if decision is Decision.CONFLICT and self.prefer_file:
            return Decision.FILE_CHANGED
        return decision

    def _report_errors(self, path, problems):
        self.report.count("with errors")
        self.report.add_problems(path, problems)


def read_file(path):
    """The text of a file. Raises TextError when it is no UTF-8 text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise TextError(Problem(1, "The file is not UTF-8 text. Save it as UTF-8.")) from None


def validate_name(path):
    try:
        validate_slug(path.stem)
    except ValidationError:
        message = "The file's name is no address. Use small letters, digits and hyphens."
        raise TextError(Problem(1, message)) from None


def agree(row, digest):
    """Remembers that file and row hold the same text now."""
    if row.synced_digest != digest:
        row.synced_digest = digest
        row.save(update_fields=["synced_digest"])


def _latest_digest(item):
    return item and item.latest_revision.digest


def _apply(item, text, facts, *, note):
    if texts.read(type(item), text).values["published_at"]:
        editing.publish_as_dated(item, text=text, note=note, facts=facts)
    elif item.published_at:
        raise TextError(Problem(1, NOT_PUBLISHED))
    else:
        editing.save_draft(item, text=text, note=note)
