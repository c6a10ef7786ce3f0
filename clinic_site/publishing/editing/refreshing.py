"""Live pages are rendered again when what they show beside their text has changed."""

from django.db import transaction

from ..checking import render_item
from ..facts import current_facts
from ..registry import content_models
from .recording import lock, put_live


def refresh_renderings(facts):
    """Renders anew what was rendered with other sources, terms, drawings or code than now."""
    for model in content_models().values():
        stale = model.objects.exclude(rendered_with=facts.fingerprint)
        _render_all_again(stale, facts)


def refresh_linking(addresses):
    """Renders anew what links to any of these addresses, such as `faq:its-slug`."""
    facts = current_facts()
    for model in content_models().values():
        _render_all_again(model.objects.linking_to(addresses), facts)


def _render_all_again(items, facts):
    public_once = items.published_once()
    for pk in public_once.values_list("pk", flat=True).iterator():
        _render_again(items.model(pk=pk), facts)


@transaction.atomic
def _render_again(item, facts):
    """Its fields stay as they are, even when a newer rule would refuse their text."""
    lock(item)
    render_item(item, facts)
    put_live(item, item)
