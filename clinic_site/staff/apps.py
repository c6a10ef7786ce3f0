from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.contrib.auth import apps as auth_apps
from django.db.models.signals import post_migrate


class StaffConfig(AppConfig):
    name = "clinic_site.staff"

    def ready(self):
        # The last of the apps, so that the permissions of all of them are there.
        post_migrate.connect(_keep_roles, sender=self)


class SiteAdminConfig(admin_apps.AdminConfig):
    """Django's admin with the desk as its first page."""

    default = False
    default_site = "clinic_site.staff.site.ClinicAdminSite"


class AccountsConfig(auth_apps.AuthConfig):
    """Django's accounts under a name that tells the clinic what they are."""

    default = False
    verbose_name = "Accounts"


def _keep_roles(using, **kwargs):
    from .roles import keep_roles

    keep_roles(using)
