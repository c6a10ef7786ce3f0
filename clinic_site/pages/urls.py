from django.urls import path

from . import engines, feeds, sitemaps, views

app_name = "pages"

urlpatterns = [
    path("", views.home, name="home"),
    path("feed.xml", feeds.feed, name="feed"),
    path("sitemap.xml", sitemaps.index, name="sitemap_index"),
    path("sitemap-<slug:section>.xml", sitemaps.section, name="sitemap"),
    path("robots.txt", engines.robots, name="robots"),
    path("<slug:key>.txt", engines.indexnow_key, name="indexnow_key"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/changes/", views.changes, name="changes"),
]
