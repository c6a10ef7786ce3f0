"""The admin of this site: its first page is the desk."""

from django.contrib.admin import AdminSite
from django.utils import timezone


class ClinicAdminSite(AdminSite):
    site_header = site_title = "Clinic site"
    index_title = "What needs you today"

    def get_urls(self):
        """Without the address that tells any member of staff where a row of any table is."""
        return [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]

    def index(self, request, extra_context=None):
        from .desk import desk_of

        context = {"desk": desk_of(request.user, timezone.now()), **(extra_context or {})}
        return super().index(request, context)
