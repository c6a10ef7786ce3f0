from django.urls import path

from . import views

app_name = "articles"

urlpatterns = [
    path("", views.index, name="index"),
    path("topic/<slug:slug>/", views.topic, name="topic"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/changes/", views.changes, name="changes"),
]
