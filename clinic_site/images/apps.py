from django.apps import AppConfig


class ImagesConfig(AppConfig):
    name = "clinic_site.images"
    verbose_name = "Pictures"

    def ready(self):
        from . import checks  # noqa: F401  registers the system checks
