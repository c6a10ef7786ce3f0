"""The models that hold content, found by what they are and never by their names."""

from django.apps import apps


def content_models():
    """Every concrete content model by the name of its content folder."""
    from .models import ContentItem

    return {
        model.content_dir: model for model in apps.get_models() if issubclass(model, ContentItem)
    }


def entry_models():
    """Every model whose rows are entries of one YAML file, those that others refer to first."""
    return [model for model in apps.get_models() if hasattr(model, "entry_file")]


def topics_in_use(model):
    """The topics of a content model under which something is public."""
    topics = model.topic.field.related_model.objects
    return topics.filter(pk__in=model.objects.published().values("topic"))


def published_at_addresses(addresses):
    """Published items in the order of their addresses, those that moved since among them."""
    found = {}
    for content_dir, model in content_models().items():
        prefix = f"{content_dir}:"
        slugs = [a.removeprefix(prefix) for a in addresses if a.startswith(prefix)]
        if slugs:
            found |= {prefix + slug: item for slug, item in _published_at(model, slugs)}
    return [found[address] for address in addresses if address in found]


def published_linking_to(item):
    """Published items with a link to an item, by its address or an earlier one."""
    addresses = [f"{item.content_dir}:{slug}" for slug in (item.slug, *item.formerly)]
    return [
        linking
        for model in content_models().values()
        for linking in model.objects.published().linking_to(addresses)
    ]


def _published_at(model, slugs):
    from .models import FormerAddress

    items = {item.slug: item for item in model.objects.published().filter(slug__in=slugs)}
    yield from items.items()
    if missing := set(slugs) - set(items):
        moved = FormerAddress.objects.for_model(model).filter(slug__in=missing)
        slug_of = dict(moved.values_list("object_id", "slug"))
        for item in model.objects.published().filter(pk__in=slug_of):
            yield slug_of[item.pk], item
