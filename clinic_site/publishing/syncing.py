"""Files and rows that hold the same texts: the folder, the decision, the report."""

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError

from . import front_matter
from .problems import Problem, TextError
from .registry import content_models

CONFLICT = (
    "The file and the database both changed since they last agreed, so neither was touched. "
    "Compare them; then import with --prefer-file or export with --prefer-database."
)


class Decision(Enum):
    """The state of a text that lives in a file and in a row."""

    ONLY_FILE = "only the file exists"
    SAME = "both hold the same text"
    FILE_CHANGED = "only the file changed"
    ROW_CHANGED = "only the row changed"
    CONFLICT = "both changed"


def decide(file: str, row: str | None, synced: str) -> Decision:
    """Compares the digests of the file's text, the row's text and the last agreed text.

    `row` is None while there is no row; `synced` is empty while they never agreed.
    """
    if row is None:
        return Decision.ONLY_FILE
    if file == row:
        return Decision.SAME
    if row == synced:
        return Decision.FILE_CHANGED
    if file == synced:
        return Decision.ROW_CHANGED
    return Decision.CONFLICT


class ContentFolder:
    """A folder of texts, and the part of it that a run is about (all, unless paths are given)."""

    def __init__(self, root, paths=()):
        self.root = Path(root).resolve()
        self.chosen = [Path(path).resolve() for path in paths] or [self.root]

    @property
    def is_whole(self):
        return self.chosen == [self.root]

    def is_chosen(self, path):
        return any(path.is_relative_to(chosen) for chosen in self.chosen)

    def path_of_item(self, item):
        return self.path_of(type(item), item.slug)

    def path_of(self, model, slug):
        return self.root / model.content_dir / f"{slug}.md"

    def path_of_entries(self, model):
        return self.root / model.entry_file

    def all_item_files(self):
        return [
            (path, model)
            for content_dir, model in content_models().items()
            for path in sorted((self.root / content_dir).glob("*.md"))
        ]

    def item_files(self):
        return [(path, model) for path, model in self.all_item_files() if self.is_chosen(path)]

    def addresses(self):
        """The addresses of all files that are, or are to be, public pages."""
        return {
            f"{model.content_dir}:{path.stem}"
            for path, model in self.all_item_files()
            if _is_dated(path)
        }

    def agree(self, row, digest):
        """Remembers that file and row hold the same text; a copy elsewhere changes nothing."""
        if self.root == settings.CONTENT_DIR and row.synced_digest != digest:
            row.synced_digest = digest
            row.save(update_fields=["synced_digest"])


@dataclass
class Report:
    """How many texts had which outcome, and what was wrong where."""

    counts: Counter = field(default_factory=Counter)
    problems: list = field(default_factory=list)

    def count(self, outcome, number=1):
        self.counts[outcome] += number

    def add_problems(self, path, problems):
        self.problems += [(path, problem) for problem in sorted(problems)]

    def add_errors(self, path, problems):
        """A text that was left out, and why."""
        self.count("with errors")
        self.add_problems(path, problems)

    def add_conflict(self, path, key=""):
        prefix = f"`{key}`: " if key else ""
        self.add_problems(path, [Problem(1, f"{prefix}{CONFLICT}")])

    def summary(self):
        parts = [f"{number} {outcome}" for outcome, number in self.counts.items()]
        return ", ".join(parts) or "nothing to do"


def read_file(path):
    """The text of a file. Raises TextError when it cannot be read as UTF-8 text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        message = "The file is not UTF-8 text. Save it as UTF-8."
    except OSError as error:
        message = (
            f"The file cannot be read: {error.strerror}. Check what it is and who may read it."
        )
    raise TextError(Problem(1, message))


def validate_name(path, model):
    """Raises TextError when a file's name cannot be the address of its page."""
    try:
        model._meta.get_field("slug").run_validators(path.stem)
        model(slug=path.stem).check_address()
    except ValidationError as error:
        message = f"The file's name is no address. {' '.join(error.messages)}"
        raise TextError(Problem(1, message)) from None


def _is_dated(path):
    try:
        return bool(front_matter.parse(read_file(path)).values.get("published"))
    except TextError:
        return False
