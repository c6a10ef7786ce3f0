"""System checks: the formats of the pictures can be read and written here."""

from django.core.checks import Error, register
from PIL import features

HINT = "Install Pillow from its own wheel: pip install --force-reinstall --only-binary=:all: Pillow"


@register
def formats(app_configs, **kwargs):
    return [
        Error(f"Pillow cannot write {name} here, so no picture could be added.", HINT, id=code)
        for name, code in (("AVIF", "images.E001"), ("WebP", "images.E002"))
        if not features.check(name.lower())
    ]
