from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "clinic_site.publishing"
    verbose_name = "Sources and glossary"

    def ready(self):
        from . import checks, following  # noqa: F401  registers the system checks
        from .cards import keeping

        following.follow(keeping.follow)
