"""The rules for one text. Each is a function from a Proof to its findings.

Sources: NHS service manual, "How we write"; CDC Clear Communication Index; the evidence on risk
communication collected by Trevena and others (2013).
"""

import re

from .findings import Proof
from .readability import sentences, words

HIGHEST_GRADE = 6.0
HIGHEST_SMOG = 8.5
LONGEST_SENTENCE = 20
WORDS_A_YOU = 40
LONGEST_SECTION = 120
LONGEST_PARAGRAPH = 3
LONGEST_LIST = 7

YOU = {"you", "your", "yours", "yourself"}
BANNED = {
    "reset": "Say what is felt or measured.",
    "toxin": "No study shows that needling removes anything.",
    "cure": "Say how much better, for how long and how sure.",
    "guarantee": "Nothing in health is certain; say how sure.",
    "miracle": "Say what studies found.",
    "optimal": "Say good, or name the number.",
    "return to normal": "Say what gets easier.",
    "completely safe": "Say how often harm happens.",
    "break up": "Nobody has shown that; say that pain may ease.",
    "breaks up": "Nobody has shown that; say that pain may ease.",
    "promotes healing": "No study shows that.",
    "energy flow": "Say where the reasoning comes from.",
}
CLAIM = re.compile(
    r"\d+(?:\.\d+)?\s+(?:out of\s+\d|points?\b|trials?\b|studies\b|reviews?\b|effects\b)"
    r"|\d{2,}\s+people\b|\d+\s*%|\bfor every \d"
)
# Numbers that are no claim about health: advice, our own rule, an example, how to read a picture.
NO_CLAIM = re.compile(
    r"at our clinic|we advise|most clinics|to read th|for example|0 to 10|rough guide",
    re.IGNORECASE,
)
OUT_OF = re.compile(r"\bout of (?:every )?(\d+(?:,\d{3})*)")
FULL_STOP = re.compile(r"[.?!][\"”’)]*(?:\s|$)")
RARE_SCALE = "1,000"
DOI = re.compile(r"\b10\.\d{4,9}/\S+")


def reading_grade(proof: Proof):
    scores = proof.readability
    for name, score, highest in (
        ("Flesch-Kincaid", scores.flesch_kincaid, HIGHEST_GRADE),
        ("SMOG", scores.smog, HIGHEST_SMOG),
    ):
        if round(score, 1) > highest:
            message = (
                f"The {name} grade is {score:.1f}, above {highest}. "
                "Use shorter sentences and shorter words."
            )
            yield proof.finding("reading-grade", 1, message)


def long_sentences(proof: Proof):
    for paragraph in [*proof.opening, *proof.paragraphs]:
        for sentence in sentences(paragraph.text):
            if (length := len(words(sentence))) > LONGEST_SENTENCE:
                message = f"A sentence has {length} words: “{sentence[:60]}…” Make two of it."
                yield proof.finding("long-sentence", paragraph.line, message)


def speaks_to_the_reader(proof: Proof):
    found = [word.lower() for paragraph in proof.paragraphs for word in words(paragraph.text)]
    count = sum(word.partition("’")[0].partition("'")[0] in YOU for word in found)
    if len(found) > WORDS_A_YOU * max(count, 1):
        message = (
            f"“You” or “your” stands {count} times in {len(found)} words. Speak to the reader."
        )
        yield proof.finding("you", 1, message)


def distance_of_headings(proof: Proof):
    for section in proof.sections:
        length = sum(len(words(paragraph.text)) for paragraph in section.paragraphs)
        if length > LONGEST_SECTION:
            message = f"{length} words stand below one heading. Put a heading in between."
            yield proof.finding("headings", section.line, message)


def long_paragraphs_and_lists(proof: Proof):
    for section in proof.sections:
        for paragraph in section.paragraphs:
            if len(FULL_STOP.findall(paragraph.text)) > LONGEST_PARAGRAPH:
                message = f"A paragraph has more than {LONGEST_PARAGRAPH} sentences. Split it."
                yield proof.finding("long-paragraph", paragraph.line, message, is_error=False)
        yield from _long_lists(proof, section)


def _long_lists(proof, section):
    run = 0
    for paragraph in [*section.paragraphs, None]:
        if paragraph and paragraph.is_item:
            run += 1
            last = paragraph
            continue
        if run > LONGEST_LIST:
            message = f"A list has {run} items. Split it below sub-headings."
            yield proof.finding("long-list", last.line, message, is_error=False)
        run = 0


def numbers_have_sources(proof: Proof):
    for section in proof.sections:
        has_source = any("[@" in paragraph.source for paragraph in section.paragraphs)
        for paragraph in section.paragraphs:
            found = CLAIM.search(paragraph.text)
            if found and not has_source and not NO_CLAIM.search(paragraph.text):
                message = f"“{found[0]}” has no source. Cite one with [@key] in this section."
                yield proof.finding("uncited-number", paragraph.line, message)


def one_denominator(proof: Proof):
    """One scale a page; how rare serious harm is may be said once out of 1,000."""
    scales = [
        (found[1], paragraph.line)
        for paragraph in proof.paragraphs
        for found in OUT_OF.finditer(paragraph.text)
    ]
    common = [scale for scale in scales if scale[0] != RARE_SCALE]
    rare = [scale for scale in scales if scale[0] == RARE_SCALE]
    extra = [scale for scale in common if scale[0] != common[0][0]]
    if common:
        extra += rare[1:]
    for scale, line in extra:
        message = f"“out of {scale}” is a second scale on this page. Use one scale for all numbers."
        yield proof.finding("denominator", line, message)


def banned_phrases(proof: Proof):
    for paragraph in [*proof.opening, *proof.paragraphs]:
        for phrase, remedy in BANNED.items():
            if re.search(rf"\b{phrase}s?\b", paragraph.text, re.IGNORECASE):
                yield proof.finding("banned", paragraph.line, f"“{phrase}” promises. {remedy}")


def bare_dois(proof: Proof):
    for number, line in enumerate(proof.item.body.split("\n"), start=1):
        if found := DOI.search(line):
            message = f"The DOI {found[0]} stands in the text. Cite its source by key instead."
            yield proof.finding("bare-doi", number, message)


RULES = (
    reading_grade,
    long_sentences,
    speaks_to_the_reader,
    distance_of_headings,
    long_paragraphs_and_lists,
    numbers_have_sources,
    one_denominator,
    banned_phrases,
    bare_dois,
)


def proofread(proof: Proof):
    """All findings of the rules for one text, in the order of their lines."""
    return sorted(
        (finding for rule in RULES for finding in rule(proof)), key=lambda finding: finding.line
    )
