from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "clinic_site.pages"

    def ready(self):
        from clinic_site.publishing import following

        from . import indexnow

        following.follow(indexnow.follow)
