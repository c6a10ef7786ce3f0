from django.urls import re_path

from . import views
from .stored import PATH

app_name = "images"

urlpatterns = [
    # Nothing but names that stored.py gives is ever looked for on the disk.
    re_path(rf"^(?P<path>{PATH})$", views.file, name="file"),
]
