"""What the server calls: WhiteNoise answers for static files, Django for the rest."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic_site.settings")

HASHED_NAME = r"^.+\.[0-9a-f]{12}\.\w+$"

application = WhiteNoise(
    get_wsgi_application(),
    root=settings.STATIC_ROOT,
    prefix=settings.STATIC_URL,
    immutable_file_test=HASHED_NAME,
    allow_all_origins=False,
)
