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


def published_at_addresses(addresses):
    """Published items in the order of their addresses; one query a model."""
    found = {
        item.address: item
        for model in content_models().values()
        for item in model.objects.published().at_addresses(addresses)
    }
    return [found[address] for address in addresses if address in found]
