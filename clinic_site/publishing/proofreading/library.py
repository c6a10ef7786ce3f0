"""The rules for all texts together: titles, sources and words that are explained."""

import re
from collections import defaultdict

from ..models import Reference, Term
from .findings import Finding

# Words of the trade that a text may use only when the glossary explains them.
TAUGHT_WORDS = (
    "anticoagulant", "antiplatelet", "fibromyalgia", "lymphoedema", "myofascial", "neuropathy",
    "placebo", "pneumothorax", "referred pain", "sham", "trigger point",
)  # fmt: skip


def duplicate_titles(proofs):
    by_title = defaultdict(list)
    for proof in proofs:
        by_title[proof.item.title.casefold()].append(proof)
    for same in by_title.values():
        for proof in same[1:]:
            message = f"{same[0].where} has the same title. Give each page one of its own."
            yield Finding(proof.where, 1, "duplicate-title", message)


def unexplained_words(proofs):
    explained = {
        word.casefold()
        for term in Term.objects.all()
        for word in (term.term, *term.other_spellings)
    }
    for proof in proofs:
        for word in sorted(set(TAUGHT_WORDS) - explained):
            for paragraph in proof.paragraphs:
                if re.search(rf"\b{word}s?\b", paragraph.text, re.IGNORECASE):
                    message = f"“{word}” is not in the glossary. Add it there with its meaning."
                    yield proof.finding("unexplained-word", paragraph.line, message)
                    break


def uncited_sources(proofs):
    cited = {key for proof in proofs for key in re.findall(r"@([\w-]+)", proof.item.body)}
    for key in sorted(set(Reference.objects.values_list("key", flat=True)) - cited):
        message = f"No page cites {key}. Cite it, or take it out."
        yield Finding(Reference.entry_file, 1, "uncited-source", message)


RULES = (duplicate_titles, unexplained_words, uncited_sources)


def proofread_library(proofs):
    """All findings of the rules for the texts together."""
    return [finding for rule in RULES for finding in rule(proofs)]
