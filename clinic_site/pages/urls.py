from django.urls import path

from . import views
from .a_to_z import a_to_z
from .glossary import glossary
from .topics import topics

app_name = "pages"

urlpatterns = [
    path("", views.home, name="home"),
    path("a-to-z/", a_to_z, name="a_to_z"),
    path("glossary/", glossary, name="glossary"),
    path("topics/", topics, name="topics"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/changes/", views.changes, name="changes"),
]
