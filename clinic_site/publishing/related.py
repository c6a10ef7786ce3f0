"""What to read next: what was chosen, then what is about the same, and what stands beside it."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Count, IntegerField, Sum, Value, When

from .models import Subject
from .registry import content_models, published_at_addresses
from .subjects import subjects_of

MOST_RELATED = 4
# What more items than this are about says little of any, and is not looked at; nor are more
# subjects than this, the rarest first. So the cost does not grow with the site.
MOST_ABOUT_ONE = 200
MOST_SUBJECTS = 8


def related_to(item):
    """Published items, those chosen for the item first, none twice and never the item itself."""
    chosen = dict.fromkeys(published_at_addresses(item.related))
    chosen.pop(item, None)
    chosen = list(chosen)[:MOST_RELATED]
    if len(chosen) < MOST_RELATED and item.has_topic():
        chosen += _about_the_same(item, without=[item, *chosen])[: MOST_RELATED - len(chosen)]
    return chosen


def neighbours(item):
    """The published items before and after this one in its topic, None at the ends."""
    if not item.has_topic():
        return None, None
    items = type(item).objects.published().filter(topic=item.topic_id).only("slug", "title")
    return items.before(item).first(), items.after(item).first()


def _about_the_same(item, without):
    """Items with a topic that share the most and the rarest subjects with this one."""
    weights = _weights(subjects_of(item))
    if not weights:
        return []
    weight = Case(
        *(When(key=key, then=Value(number)) for key, number in weights.items()),
        output_field=IntegerField(),
    )
    models = [model for model in content_models().values() if model.has_topic()]
    shared = Subject.objects.of_published(models=models).filter(key__in=weights)
    best = (
        shared.values_list("content_type", "object_id")
        .annotate(weight=Sum(weight))
        .order_by("-weight", "content_type", "object_id")
    )
    # As many more as may fall away.
    found = [place for *place, _ in best[: MOST_RELATED + len(without)]]
    return [other for other in _items_at(found, models) if other not in without]


def _weights(keys):
    """The rarest of these subjects, each the heavier the fewer items are about it."""
    counts = (
        Subject.objects.filter(key__in=keys)
        .values_list("key")
        .annotate(count=Count("pk"))
        .filter(count__lte=MOST_ABOUT_ONE)
        .order_by("count", "key")
    )
    return {key: MOST_ABOUT_ONE * 100 // count for key, count in counts[:MOST_SUBJECTS]}


def _items_at(places, models):
    """The items of (content type, key) pairs, in their order."""
    found = {}
    for model in models:
        kind = ContentType.objects.get_for_model(model).pk
        pks = [pk for content_type, pk in places if content_type == kind]
        items = model.objects.published().in_bulk(pks) if pks else {}
        found |= {(kind, pk): item for pk, item in items.items()}
    return [found[tuple(place)] for place in places if tuple(place) in found]
