"""The clinic on every page."""

from django.utils.functional import SimpleLazyObject

from .models import ClinicProfile


def clinic(request):
    return {"clinic": SimpleLazyObject(ClinicProfile.current)}
