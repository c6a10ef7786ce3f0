from django.apps import AppConfig


class ServingConfig(AppConfig):
    name = "clinic_site.serving"
