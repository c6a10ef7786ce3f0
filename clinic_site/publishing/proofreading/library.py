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

# The numbers that several pages give, here once: out of 100 treatments, those with the effect and
# those without. Boyce and others (2020); pain during treatment also Brady and others (2014).
AGREED_NUMBERS = {
    "bleeding": {"16", "84"},
    "bruising": {"8", "92"},
    "pain during": {"6", "94", "3", "97"},
    "minor side effects": {"37"},
}
CLAUSE_END = re.compile(r"[,;:.](?:\s|$)")
OUT_OF_100 = re.compile(r"(?<!than )\b(\d+) (?:minor side effects )?(?:out of|for every) 100\b")


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


def agreed_numbers(proofs):
    """A number that several pages give is the same on each of them."""
    for proof in proofs:
        for paragraph in proof.paragraphs:
            for clause in CLAUSE_END.split(paragraph.text):
                yield from _other_numbers(proof, paragraph.line, clause.lower())


def _other_numbers(proof, line, clause):
    found = OUT_OF_100.search(clause)
    for effect, agreed in AGREED_NUMBERS.items():
        if found and effect in clause and found[1] not in agreed:
            message = (
                f"{found[1]} out of 100 for {effect} is not what the other pages say. "
                f"Write {' or '.join(sorted(agreed, key=int))}."
            )
            yield proof.finding("other-number", line, message)


RULES = (duplicate_titles, unexplained_words, uncited_sources, agreed_numbers)


def proofread_alone(proof):
    """The findings for one text of those rules that need no other text."""
    return [*unexplained_words([proof]), *agreed_numbers([proof])]


def proofread_library(proofs):
    """All findings of the rules for the texts together."""
    return [finding for rule in RULES for finding in rule(proofs)]
