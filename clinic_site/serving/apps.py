from django.apps import AppConfig


class ServingConfig(AppConfig):
    name = "clinic_site.serving"

    def ready(self):
        from . import checks  # noqa: F401  registers the system checks
