from django.urls import re_path

from . import views
from .uploads import HASH_LENGTH

app_name = "images"

urlpatterns = [
    # Nothing but names that uploads.py gives is ever looked for on the disk.
    re_path(rf"^(?P<path>pictures/[0-9a-f]{{{HASH_LENGTH}}}\.webp)$", views.file, name="file"),
]
