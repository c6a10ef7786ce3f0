"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

from clinic_site.images.views import upload
from clinic_site.publishing import lookups
from clinic_site.publishing.cheat_sheet import cheat_sheet
from clinic_site.publishing.previewing import preview
from clinic_site.publishing.views.cards import card

urlpatterns = [
    path("articles/", include("articles.urls")),
    path("faq/", include("faq.urls")),
    path("media/cards/<slug:kind>/<int:key>/<slug:digest>.png", card, name="card"),
    path("media/", include("clinic_site.images.urls")),
    # The names that django-markdownx knows; its own views are never reachable.
    path("admin/editor/preview/", preview, name="markdownx_markdownify"),
    path("admin/editor/upload/", upload, name="markdownx_upload"),
    path("admin/editor/items/", lookups.items, name="editor_items"),
    path("admin/editor/references/", lookups.references, name="editor_references"),
    path("admin/editor/cheat-sheet/", cheat_sheet, name="editor_cheat_sheet"),
    path("admin/", admin.site.urls),
    path("search/", include("clinic_site.search.urls")),
    path("", include("clinic_site.pages.urls")),
]
