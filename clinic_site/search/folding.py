"""Words as they are compared."""

import re
import unicodedata

NO_WORD = re.compile(r"[\W_]+")
APOSTROPHES = re.compile(r"['’]")


def folded(text: str) -> str:
    """The words of a text without accents, capitals and marks, one space between them."""
    plain = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text)).casefold()
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return NO_WORD.sub(" ", letters).strip()
