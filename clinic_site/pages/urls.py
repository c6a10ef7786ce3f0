from django.urls import path

from . import engines, feeds, sitemaps, views
from .a_to_z import a_to_z
from .glossary import glossary
from .topics import topics

app_name = "pages"

urlpatterns = [
    path("", views.home, name="home"),
    path("a-to-z/", a_to_z, name="a_to_z"),
    path("glossary/", glossary, name="glossary"),
    path("topics/", topics, name="topics"),
    path("feed.xml", feeds.feed, name="feed"),
    path("sitemap.xml", sitemaps.index, name="sitemap_index"),
    path("sitemap-<slug:section>.xml", sitemaps.section, name="sitemap"),
    path("robots.txt", engines.robots, name="robots"),
    path("<slug:key>.txt", engines.indexnow_key, name="indexnow_key"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/changes/", views.changes, name="changes"),
]
