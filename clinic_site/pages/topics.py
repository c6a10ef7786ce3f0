"""All topics, of explainers and of questions."""

from django.db.models import Count
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Article
from clinic_site.publishing.registry import topics_in_use
from clinic_site.publishing.structured_data import breadcrumb_list
from faq.models import Question


@require_safe
def topics(request):
    trail = [("Topics", reverse("pages:topics"))]
    context = {
        "explainer_topics": _counted(Article),
        "question_topics": _counted(Question),
        "trail": trail,
        "structured_data": [breadcrumb_list(request, trail)],
    }
    return render(request, "pages/topics.html", context)


def _counted(model):
    """The topics with a public page, each with how many there are."""
    counts = dict(model.objects.published().order_by().values_list("topic").annotate(Count("pk")))
    return [{"topic": topic, "count": counts.get(topic.pk, 0)} for topic in topics_in_use(model)]
