"""The admin of this site: its first page is the desk."""

from django.contrib.admin import AdminSite
from django.utils import timezone


class ClinicAdminSite(AdminSite):
    site_header = site_title = "Clinic site"
    index_title = "What needs you today"

    def index(self, request, extra_context=None):
        from .desk import desk_of

        context = {"desk": desk_of(request.user, timezone.now()), **(extra_context or {})}
        return super().index(request, context)
