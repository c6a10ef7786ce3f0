"""Files and rows that hold the same texts: the folder, the decision, the report."""

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from .registry import content_models


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

    def is_chosen(self, path):
        return any(path.is_relative_to(chosen) for chosen in self.chosen)

    def path_of_item(self, item):
        return self.root / item.content_dir / f"{item.slug}.md"

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
        return {f"{model.content_dir}:{path.stem}" for path, model in self.all_item_files()}

    def missing_paths(self):
        return [path for path in self.chosen if not path.exists()]


@dataclass
class Report:
    """How many texts had which outcome, and what was wrong where."""

    counts: Counter = field(default_factory=Counter)
    problems: list = field(default_factory=list)

    def count(self, outcome, number=1):
        if number:
            self.counts[outcome] += number

    def add_problems(self, path, problems):
        self.problems += [(path, problem) for problem in sorted(problems)]

    def summary(self):
        parts = [f"{number} {outcome}" for outcome, number in self.counts.items()]
        return ", ".join(parts) or "nothing to do"
