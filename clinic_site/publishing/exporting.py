"""From the database into the content folder; nothing that was written in a file is lost."""

import tempfile
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from . import editing, entries, texts
from .problems import TextError
from .registry import content_models, entry_models
from .syncing import ContentFolder, Decision, Report, decide, read_file

OUTCOMES = {
    Decision.SAME: "unchanged",
    Decision.FILE_CHANGED: "kept as edited in the file (import it first)",
    Decision.ROW_CHANGED: "written",
    Decision.CONFLICT: "in conflict",
}
# After these, file and row hold the same text.
AGREED = {Decision.ROW_CHANGED, Decision.SAME}


def export_content(root, paths=(), *, prefer_database=False, progress=iter):
    """Writes rows to the files of a content folder where only the rows changed.

    With `prefer_database` a conflict is decided for the row; the file's text becomes a revision.
    """
    run = _Run(ContentFolder(root, paths), prefer_database)
    for model in entry_models():
        run.export_entries(model)
    for model in content_models().values():
        for item in progress(model.objects.order_by("pk").iterator()):
            run.export_item(item)
    return run.report


class _Run:
    def __init__(self, folder, prefer_database):
        self.folder = folder
        self.prefer_database = prefer_database
        self.report = Report()

    def export_item(self, item):
        path = self.folder.path_of_item(item)
        if not self.folder.is_chosen(path):
            return
        try:
            self.report.count(OUTCOMES[self._export_item(item, path)])
        except TextError as error:
            self.report.add_errors(path, error.problems)

    def _export_item(self, item, path):
        text = texts.to_text(item)
        file_text = texts.canonical(type(item), read_file(path)) if path.exists() else None
        has_draft = item.latest_revision.digest != texts.digest(text)
        decision = self._decide(
            file_text and texts.digest(file_text), item, texts.digest(text), has_draft=has_draft
        )
        if decision is Decision.ROW_CHANGED:
            if file_text:
                note = f"Text of the file {path.name}"
                editing.keep_conflicting(item, text=file_text, note=note)
            write(path, text)
            self._remove_former_files(item)
        elif decision is Decision.CONFLICT:
            self.report.add_conflict(path)
        if decision in AGREED:
            self.folder.agree(item, texts.digest(text))
        return decision

    def _remove_former_files(self, item):
        """The files of earlier addresses, unless they hold words that were never imported."""
        for slug in item.formerly:
            path = self.folder.path_of(type(item), slug)
            try:
                if path.exists() and _is_known(item, path):
                    path.unlink()
            except TextError as error:
                self.report.add_problems(path, error.problems)

    def export_entries(self, model):
        path = self.folder.path_of_entries(model)
        if not self.folder.is_chosen(path):
            return
        try:
            in_file, problems = _rows_in(model, path)
        except TextError as error:
            in_file, problems = {}, error.problems
        if problems:
            self.report.add_errors(path, problems)
            return
        written, agreed = dict(in_file), []
        for row in model.objects.all():
            key = getattr(row, model.key_field)
            decision = self._export_entry(path, row, in_file.get(key))
            self.report.count(OUTCOMES[decision])
            if decision is Decision.ROW_CHANGED:
                written[key] = row
            if decision in AGREED:
                agreed.append(row)
        if written and written != in_file:
            write(path, entries.to_file(sorted(written.values(), key=entries.place)))
        for row in agreed:
            self.folder.agree(row, entries.digest(row))

    def _export_entry(self, path, row, in_file):
        digest = entries.digest(row)
        decision = self._decide(in_file and entries.digest(in_file), row, digest)
        if decision is Decision.CONFLICT:
            self.report.add_conflict(path, getattr(row, row.key_field))
        elif decision is Decision.ROW_CHANGED and in_file:
            note = f"Entry of {type(row).entry_file}"
            editing.keep_conflicting(row, text=entries.to_text(in_file), note=note)
        if decision in AGREED and hasattr(row, "write_file"):
            row.write_file(self.folder.root)
        return decision

    def _decide(self, file_digest, row, row_digest, *, has_draft=False):
        """As `decide`; a changed file beside a draft that nobody published is a conflict too."""
        if file_digest is None:
            return Decision.ROW_CHANGED
        decision = decide(file_digest, row_digest, row.synced_digest)
        if decision is Decision.FILE_CHANGED and has_draft:
            decision = Decision.CONFLICT
        if decision is Decision.CONFLICT and self.prefer_database:
            return Decision.ROW_CHANGED
        return decision


def zipped(items):
    """A zip file with the files that an export of these items would write."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for item in items:
            archive.writestr(f"{item.content_dir}/{item.slug}.md", texts.to_text(item))
    return content.getvalue()


def write(path, text):
    """Replaces a file in one step, so that no reader ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        file.write(text)
    written = Path(file.name)
    written.chmod(0o644)
    written.replace(path)


def _is_known(item, path):
    """Whether an item once had the text of a file. Raises TextError."""
    text = texts.canonical(type(item), read_file(path))
    return item.revisions.filter(digest=texts.digest(text)).exists()


def _rows_in(model, path):
    return entries.read_file(model, read_file(path)) if path.exists() else ({}, [])
