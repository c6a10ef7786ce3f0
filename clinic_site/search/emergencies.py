"""Whether somebody who searches may need help now rather than a page.

The signs are those of the table of warnings in the explainer of side effects, in patients' words.
"""

from rapidfuzz.distance import OSA

from clinic_site.publishing.folding import folded

# The beginnings of words, each of which stands somewhere in the query.
SIGNS = [
    # The lungs
    "chest pain", "chest pian", "chest hurt", "chest ach", "chest tight", "chest stab",
    "chest sharp", "chest sore", "chest pressure", "chest agony", "heart attack",
    "short breath", "breathless", "catch breath", "gasp", "cannot breath", "cant breath",
    "can not breath", "couldnt breath", "could not breath", "unable breath", "hard breath",
    "hardly breath", "barely breath", "trouble breath", "difficult breath", "problem breath",
    "struggl breath", "hurt breath", "pain breath", "fast breath", "rapid breath", "cant air",
    "cannot air", "cough blood", "spit blood", "phlegm blood", "blue lip",
    # Collapse, swelling of the face
    "collapse", "unconscious", "unresponsive", "not wak", "wont wak", "cant wak", "not come round",
    "not coming round", "wont come round", "face swell", "face swoll", "tongue swell",
    "tongue swoll", "tounge swell", "tounge swoll", "throat swell", "throat swoll", "throat clos",
    # The nerves
    "sudden weak", "new weak", "gone weak", "went weak", "cant move arm", "cant move leg",
    "cannot move arm", "cannot move leg", "cant feel leg", "cannot feel leg", "numb spread",
    "numb between leg", "numb groin", "bladder control", "bowel control", "bladder lost",
    "bladder loss", "bowel lost", "bowel loss", "wet myself", "soiled myself", "incontinen",
    # The head
    "sudden headache", "severe headache", "worst headache", "thunderclap", "stiff neck headache",
    "confus headache", "confus neck", "sudden confus", "vision chang", "blur vision",
    "double vision", "lost vision", "seeing double", "cant see", "cannot see",
    # Bleeding
    "not stop bleed", "wont stop bleed", "cant stop bleed", "doesnt stop bleed", "keep bleed",
    "heavy bleed", "swell grow", "swell fast", "swell bigger",
]  # fmt: skip
# What is a sign only as it stands here: breathing out is none.
PHRASES = ["out of breath"]

BEGINNINGS = [sign.split() for sign in SIGNS]
APOSTROPHES = str.maketrans("‘`´ʼ", "''''")
# Beginnings shorter than this are the beginnings of too many other words with one letter changed.
SHORTEST_MISSPELT = 5


def is_emergency(query: str) -> bool:
    """True when a query names a sign for which the site says to get help now."""
    words = folded(query.translate(APOSTROPHES)).split()
    return any(_is_said(sign, words) for sign in BEGINNINGS) or _has_phrase(words)


def _is_said(sign, words):
    return all(any(_begins(word, beginning) for word in words) for beginning in sign)


def _begins(word, beginning):
    """Whether a word begins so, one slip allowed: brething, cheast, couging."""
    if word.startswith(beginning):
        return True
    length = len(beginning)
    if length < SHORTEST_MISSPELT or word[:2] != beginning[:2]:
        return False
    starts = (word[:end] for end in (length - 1, length, length + 1))
    return any(OSA.distance(start, beginning) <= 1 for start in starts)


def _has_phrase(words):
    return any(f" {phrase} " in f" {' '.join(words)} " for phrase in PHRASES)
