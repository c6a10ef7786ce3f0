"""The admin of this site: its first page is the desk."""

from django.contrib.admin import AdminSite


class ClinicAdminSite(AdminSite):
    site_header = site_title = "Clinic site"
    index_title = "What needs you today"
