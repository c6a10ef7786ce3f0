"""Lists of published items, a page at a time."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ..registry import topics_in_use
from ..structured_data import breadcrumb_list

ITEMS_A_PAGE = 60
FIELDS_OF_PAGES_ONLY = ("body", "body_html", "contents", "plain_text", "cited", "linked", "terms")


@require_safe
def list_page(request, items, *, template, trail, describe=None, **context):
    """Published items in reading order, a page at a time.

    `describe` makes structured data of the items shown, beside the way that leads here.
    """
    items = items.published().in_reading_order().select_related("topic")
    paginator = Paginator(items.defer(*FIELDS_OF_PAGES_ONLY), ITEMS_A_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    structured_data = [breadcrumb_list(request, trail)]
    if describe:
        structured_data.append(describe(page.object_list))
    context |= {"page": page, "trail": trail, "structured_data": structured_data}
    return render(request, template, context)


def topic_page(request, item_model, slug, *, template, trail):
    """The published items of one topic; a topic without any is no page yet."""
    topic = get_object_or_404(topics_in_use(item_model), slug=slug)
    return list_page(
        request,
        item_model.objects.filter(topic=topic),
        template=template,
        trail=[*trail, (topic.title, topic.get_absolute_url())],
        topic=topic,
    )
