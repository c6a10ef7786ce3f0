"""A save that is based on an old text: the form comes back with the newest one put in."""

from dataclasses import dataclass

from django.forms import BoundField
from django.utils.text import capfirst

from . import front_matter, texts
from .comparing import compare, folded
from .form_fields import LinesField
from .merging import Merged, Place, merge_entries, merge_sentences, merge_values
from .models import Revision
from .problems import TextError


@dataclass(frozen=True)
class FieldMerge:
    """One field of the form: as it was typed, and with what others saved meanwhile."""

    bound: BoundField
    mine: str
    merged: Merged

    @property
    def label(self):
        return capfirst(self.bound.label)

    @property
    def is_changed(self):
        return self.merged.text.split() != self.mine.split()

    @property
    def stretches(self):
        """What others changed in what was typed."""
        return folded(compare(self._shown(self.mine), self._shown(self.merged.text)))

    @property
    def places(self):
        """Each place with its three texts as staff read them."""
        return [
            (place, Place(*map(self._shown, (place.base, place.mine, place.theirs))))
            for place in self.merged.places
        ]

    def _shown(self, value):
        choices = getattr(self.bound.field, "choices", ())
        return str({str(key): label for key, label in choices}.get(value, value)).strip()


@dataclass(frozen=True)
class FormMerge:
    """A form with the newest text put in, and what is to be looked at before it is saved."""

    base: Revision | None
    newest: Revision
    fields: list[FieldMerge]

    @property
    def changed(self):
        return [field for field in self.fields if field.is_changed]

    @property
    def touching(self):
        return [field for field in self.fields if field.merged.places]

    @property
    def has_news(self):
        """Not when the page was only published or moved, or others wrote the very same."""
        return bool(self.changed or self.touching)

    @property
    def number_of_places(self):
        return sum(len(field.merged.places) for field in self.fields)

    @property
    def authors(self):
        """Who saved a text after the one that was opened, each once."""
        saved = self.newest.item.revisions.filter(is_conflict=False).exclude(created_by=None)
        since = saved.filter(pk__gt=self.base.pk) if self.base else saved
        people = (text.created_by for text in since.order_by("pk").select_related("created_by"))
        return list(dict.fromkeys(people))

    def fill(self, data):
        """The data for the form to show; with nothing to choose, it may be saved as it stands."""
        opened = self.base if self.number_of_places else self.newest
        data = data.copy()
        for field in self.fields:
            data[field.bound.html_name] = field.merged.text
        data["based_on"] = opened.pk if opened else ""
        data["looked_at"] = ""
        return data


def merge_form(form, base, newest):
    """Puts what was typed, starting from `base`, together with the newest text."""
    old = _typed(form, base) if base else {}
    fields = [
        _merge_field(form[name], old.get(name, ""), theirs)
        for name, theirs in _typed(form, newest).items()
    ]
    return FormMerge(base, newest, fields)


def readable_values(model, revision):
    """The values of a text; of one that was saved before a rule changed, the body."""
    try:
        return texts.read(model, revision.text).values
    except TextError:
        return {"body": front_matter.parse(revision.text).body}


def _typed(form, revision):
    """A text as the fields of the form would hold it, typed."""
    values = readable_values(form._meta.model, revision)
    return {
        name: str(field.prepare_value(values[name]))
        for name, field in form.fields.items()
        if name in values
    }


def _merge_field(bound, base, theirs):
    if isinstance(bound.field, LinesField):
        mine, merge = "\n".join(bound.field.to_python(bound.data)), merge_entries
    elif bound.name == "body":
        mine, merge = front_matter.clean_body(bound.data or ""), merge_sentences
    else:
        mine, merge = bound.data or "", merge_values
    return FieldMerge(bound, mine, merge(base, mine, theirs))
