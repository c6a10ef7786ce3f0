"""A proofread library: files as they would be imported, or the rows that readers see."""

from contextlib import suppress
from dataclasses import dataclass, field

from django.db import transaction

from .. import texts
from ..facts import current_facts
from ..importing import import_content
from ..problems import TextError
from ..registry import content_models
from ..syncing import ContentFolder, read_file
from .findings import Finding, Proof
from .library import proofread_library
from .readability import sentences, words
from .rules import YOU, proofread


@dataclass
class Report:
    """The proofs of all texts and everything that was found."""

    proofs: list = field(default_factory=list)
    findings: list = field(default_factory=list)

    @property
    def errors(self):
        return [finding for finding in self.findings if finding.is_error]

    def read(self, where, model, text):
        """Proofreads one text; raises TextError when an import would refuse it."""
        proof = Proof(where, model, text)
        self.proofs.append(proof)
        self.findings += proofread(proof)
        return proof

    def read_and_render(self, where, model, text, facts):
        """Proofreads one text, and finds all that would keep it from going live."""
        try:
            proof = self.read(where, model, text)
        except TextError as error:
            self.add_problems(where, error.problems)
        else:
            self.findings += [
                proof.finding("text", problem.line, problem.message)
                for problem in proof.problems(facts)
            ]

    def add_problems(self, where, problems):
        self.findings += [Finding(where, p.line, "text", p.message) for p in problems]


@transaction.atomic
def check_files(root, paths=()):
    """Proofreads the files of a content folder as if they were imported; changes nothing."""
    folder = ContentFolder(root, paths)
    report = Report()
    imported = import_content(root, prefer_file=True)
    for path, model in folder.item_files():
        # What is wrong with the others, the import says.
        with suppress(TextError):
            report.read(str(path.relative_to(folder.root)), model, read_file(path))
    for path, problem in imported.problems:
        if folder.is_chosen(path):
            report.add_problems(str(path.relative_to(folder.root)), [problem])
    if not paths:
        report.findings += proofread_library(report.proofs)
    transaction.set_rollback(True)
    return report


def check_rows():
    """Proofreads what the database holds, live or not."""
    report = Report()
    facts = current_facts()
    for model in content_models().values():
        for item in model.objects.order_by("slug"):
            report.read_and_render(item.address, model, texts.to_text(item), facts)
    report.findings += proofread_library(report.proofs)
    return report


def figures(proof):
    """The figures of one text for the table of the whole library."""
    scores = proof.readability
    lengths = [len(words(s)) for p in proof.paragraphs for s in sentences(p.text)]
    found = [word.lower() for p in proof.paragraphs for word in words(p.text)]
    return {
        "page": proof.where,
        "words": scores.words,
        "flesch_kincaid": round(scores.flesch_kincaid, 1),
        "smog": round(scores.smog, 1),
        "words_a_sentence": round(sum(lengths) / max(len(lengths), 1), 1),
        "longest_sentence": max(lengths, default=0),
        "words_a_you": round(len(found) / max(sum(word in YOU for word in found), 1)),
    }
