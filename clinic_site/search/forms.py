"""The admin's form of a synonym."""

from django import forms
from django.core.exceptions import ValidationError

from clinic_site.publishing.folding import folded

from .models import Synonym

NO_WORD = "Write at least one word: marks alone are not searched for."
SAME_WORDS = "These are the same words. Write what the pages call it."


class SynonymForm(forms.ModelForm):
    class Meta:
        model = Synonym
        fields = ["words", "means", "is_used"]
        help_texts = {
            "is_used": (
                "Untick it rather than delete it: words from the glossary and from the pages "
                "would come back."
            )
        }
        error_messages = {
            "words": {"unique": "These words are in the list already. Change them there."}
        }

    def clean_words(self):
        """Written in one way, so that the same words stand in the list once."""
        return _with_a_word(normalised(self.cleaned_data["words"]))

    def clean_means(self):
        return _with_a_word(" ".join(self.cleaned_data["means"].split()))

    def clean(self):
        super().clean()
        values = [self.cleaned_data.get(name) for name in ("words", "means")]
        if all(values) and folded(values[0]) == folded(values[1]):
            self.add_error("means", SAME_WORDS)
        return self.cleaned_data


def normalised(words):
    """Words of patients as the list keeps them."""
    return " ".join(words.casefold().split())


def _with_a_word(words):
    if not folded(words):
        raise ValidationError(NO_WORD)
    return words
