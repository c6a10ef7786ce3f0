"""Whether somebody who searches may need help now rather than a page."""

from clinic_site.publishing.folding import folded

# Signs as patients say them: the beginnings of words, each of which stands in the query.
SIGNS = [
    "chest pain", "chest hurt", "chest tight", "heart attack",
    "short breath", "out breath", "catch breath", "breathless", "breathing fast", "fast breathing",
    "cannot breath", "cant breath", "can not breath", "hard breath", "trouble breath",
    "difficult breath", "struggl breath", "hurt breath", "pain breath",
    "cough blood", "spit blood", "blue lip", "collapse", "unconscious", "not wak", "wont wak",
    "face swell", "face swoll", "tongue swell", "tongue swoll", "throat swell", "throat swoll",
    "sudden headache", "severe headache", "worst headache", "confus headache", "confus neck",
    "vision chang", "blurred vision", "double vision", "lost vision",
    "numb spread", "numb legs between", "bladder control", "bowel control",
    "not stop bleed", "wont stop bleed", "heavy bleed",
]  # fmt: skip
BEGINNINGS = [sign.split() for sign in SIGNS]


def is_emergency(query: str) -> bool:
    """True when a query names a sign for which the site says to get help now."""
    words = folded(query).split()
    return any(_is_said(sign, words) for sign in BEGINNINGS)


def _is_said(sign, words):
    return all(any(word.startswith(beginning) for word in words) for beginning in sign)
