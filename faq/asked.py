"""The questions that people ask most."""

from clinic_site.publishing.views import FIELDS_OF_PAGES_ONLY

from .models import Question

MOST_ASKED = 6


def most_asked():
    questions = Question.objects.published().order_by("position", "topic__position")
    return questions.defer(*FIELDS_OF_PAGES_ONLY)[:MOST_ASKED]
