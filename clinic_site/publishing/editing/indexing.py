"""What leads to an item is kept in line with it, in the transaction that changes it."""

from dataclasses import asdict

from ..models import ListedName, Subject
from ..names import listed_names
from ..subjects import subjects_of


def index(item):
    text = f"{item.summary} {item.plain_text}"
    names = listed_names(item.title, item.also_called, text)
    _replace(ListedName, item, [asdict(name) for name in names])
    _replace(Subject, item, [{"key": key} for key in subjects_of(item)])


def _replace(model, item, wanted):
    """Writes only what differs: most changes of an item leave this as it is."""
    kept = model.objects.about(item).order_by("pk")
    fields = wanted[0].keys() if wanted else ()
    if list(kept.values(*fields)) != wanted:
        kept.delete()
        model.objects.bulk_create(model(item=item, **values) for values in wanted)
