"""What the glossary and the pages say patients call things, as synonyms that staff can change.

The other names of a page lead to that page anyway. As synonyms they lead to every page about the
same thing, so only those are taken that can mean one thing alone.
"""

from collections import defaultdict

from django.db import transaction

from clinic_site.publishing.folding import folded
from clinic_site.publishing.models import Term
from clinic_site.publishing.registry import content_models

from .forms import normalised
from .models import Synonym

MOST_WORDS = 3
LONGEST = Synonym._meta.get_field("words").max_length
# A title with one of these says more than what its page is about.
_NO_NAME = {"a", "about", "after", "an", "and", "before", "how", "is", "the", "this", "your"}


@transaction.atomic
def seed_synonyms() -> int:
    """Adds what is not in the list, and says how many; a row that is there stays as it is."""
    kept = set(map(folded, Synonym.objects.values_list("words", flat=True)))
    # The glossary is read last, so it has the last word.
    found = _meaning_one_thing(_names_of_pages()) | _meaning_one_thing(_names_of_terms())
    new = [
        Synonym(words=normalised(name), means=means)
        for name, means in found.values()
        if folded(name) not in kept
    ]
    Synonym.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def _names_of_terms():
    for term, spellings in Term.objects.values_list("term", "other_spellings"):
        yield from ((spelling, term) for spelling in spellings)


def _names_of_pages():
    """Other names of the pages that have a short name of a thing as their title: Heel pain."""
    for model in content_models().values():
        for title, names in model.objects.published().values_list("title", "also_called"):
            if _is_name(title):
                yield from ((name, title) for name in names)


def _is_name(title):
    words = folded(title).split()
    is_short = 0 < len(words) <= MOST_WORDS and not _NO_NAME.intersection(words)
    return is_short and not title.endswith("?")


def _meaning_one_thing(names):
    """The names worth a synonym with what they mean, by the folded name; none with two meanings."""
    found = defaultdict(dict)
    for name, means in names:
        if _is_worth(name, means):
            found[folded(name)][means.casefold()] = (name, means)
    return {key: next(iter(pairs.values())) for key, pairs in found.items() if len(pairs) == 1}


def _is_worth(name, means):
    """Whether this is short, no number, and does not say the same with a word more or less."""
    words, others = _singular(name), _singular(means)
    is_short = 0 < len(words) <= MOST_WORDS and max(len(name), len(means)) <= LONGEST
    says_other = not (words <= others or others <= words)
    return is_short and says_other and not any(map(str.isdigit, name))


def _singular(text):
    return {word.removesuffix("s") for word in folded(text).split()}
