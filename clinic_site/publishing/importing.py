"""From the content folder into the database; nothing that staff wrote is overwritten."""

from contextlib import nullcontext

from django.core.exceptions import ValidationError
from django.db import transaction

from . import editing, entries, texts
from .facts import current_facts
from .models import FormerAddress
from .problems import Problem, TextError
from .registry import content_models, entry_models
from .syncing import ContentFolder, Decision, Report, decide, read_file, validate_name

OUTCOMES = {
    Decision.ONLY_FILE: "created",
    Decision.SAME: "unchanged",
    Decision.FILE_CHANGED: "updated",
    Decision.ROW_CHANGED: "kept as edited in the admin",
    Decision.CONFLICT: "in conflict",
}
TAKEN_FROM_FILE = {Decision.ONLY_FILE, Decision.FILE_CHANGED}
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
        self.seen = {}

    def import_all(self):
        for model in entry_models():
            self._import_entries(self.folder.path_of_entries(model), model)
        self.facts = current_facts(coming_addresses=self.folder.addresses())
        for path, model in self.progress(self.folder.item_files()):
            self.seen.setdefault(model, []).append(path.stem)
            try:
                self.report.count(OUTCOMES[self._import_item(path, model)])
            except TextError as error:
                self.report.add_errors(path, error.problems)
        if self.folder.is_whole:
            self._forget_missing()
        editing.refresh_renderings(self.facts)

    def _import_item(self, path, model):
        source = read_file(path)
        text = texts.canonical(model, source)
        item = model.objects.filter(slug=path.stem).first()
        if item is None and (moved := FormerAddress.objects.item_at(model, path.stem)):
            return self._check_moved(path, moved, text)
        validate_name(path, model)
        row_digest = item and item.latest_revision.digest
        decision = self._decide(texts.digest(text), item, row_digest)
        if decision is Decision.CONFLICT:
            editing.keep_conflicting(item, text=text, note=f"Text of the file {path.name}")
            self.report.add_conflict(path)
        elif decision in TAKEN_FROM_FILE:
            item = item or model(slug=path.stem)
            _apply(item, source, self.facts, note=f"Imported from {path.name}")
        if decision in TAKEN_FROM_FILE or decision is Decision.SAME:
            self.folder.agree(item, texts.digest(text))
        return decision

    def _check_moved(self, path, item, text):
        """The file of a page that has moved since says nothing new, or is refused."""
        if not item.revisions.filter(digest=texts.digest(text)).exists():
            new_name = f"{item.slug}{path.suffix}"
            message = f"This page moved. Put the text into {new_name} and delete this file."
            raise TextError(Problem(1, message))
        self.seen[type(item)].append(item.slug)
        return Decision.SAME

    def _import_entries(self, path, model):
        if not (self.folder.is_chosen(path) and path.is_file()):
            return
        try:
            rows, problems = entries.read_file(model, read_file(path))
        except TextError as error:
            rows, problems = {}, error.problems
        if problems:
            self.report.add_errors(path, problems)
        # What a broken file holds is not known, so nothing of it is forgotten.
        self.seen[model] = None if problems else list(rows)
        for key, row in rows.items():
            try:
                self.report.count(OUTCOMES[self._import_entry(path, model, key, row)])
            except (ValueError, ValidationError) as error:
                message = " ".join(getattr(error, "messages", [str(error)]))
                self.report.add_errors(path, [Problem(1, f"`{key}`: {message}")])

    def _import_entry(self, path, model, key, row):
        kept = model.objects.filter(**{model.key_field: key}).first()
        digest = entries.digest(row)
        decision = self._decide(digest, kept, kept and entries.digest(kept))
        if decision is Decision.CONFLICT:
            self.report.add_conflict(path, key)
        elif decision in TAKEN_FROM_FILE:
            kept = self._take_entry(kept, row)
        if decision in TAKEN_FROM_FILE or decision is Decision.SAME:
            self.folder.agree(kept, digest)
        return decision

    @transaction.atomic
    def _take_entry(self, kept, row):
        """The row with the values of the file's entry; what it said before is kept."""
        if kept is None:
            kept = row
        else:
            note = f"Before {type(row).entry_file} replaced it"
            editing.keep_conflicting(kept, text=entries.to_text(kept), note=note)
            entries.copy(row, kept)
        if hasattr(kept, "read_file"):
            kept.read_file(self.folder.root)
        kept.validate_unique()
        kept.save()
        return kept

    def _decide(self, digest, row, row_digest):
        decision = decide(digest, row_digest, row.synced_digest if row else "")
        if decision is Decision.CONFLICT and self.prefer_file:
            return Decision.FILE_CHANGED
        return decision

    def _forget_missing(self):
        """Rows whose file is gone stay, and are from now on the database's alone."""
        for model in (*content_models().values(), *entry_models()):
            if (seen := self.seen.get(model, [])) is None:
                continue
            key = getattr(model, "key_field", "slug")
            gone = model.objects.exclude(synced_digest="")
            for row in gone.exclude(**{f"{key}__in": seen}):
                self.folder.agree(row, "")


def _apply(item, text, facts, *, note):
    if texts.read(type(item), text).values["published_at"]:
        editing.publish_as_dated(item, text=text, note=note, facts=facts)
    elif item.published_at:
        raise TextError(Problem(1, NOT_PUBLISHED))
    else:
        editing.save_draft(item, text=text, note=note)
