"""What `manage.py check --deploy` names: what a clinic has to do before patients come."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Warning, register
from django.db import Error

from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing.registry import content_models

# As indexnow.org has it.
INDEXNOW_KEY = re.compile(r"[A-Za-z0-9-]{8,128}")


@register(deploy=True)
def indexnow(app_configs, **kwargs):
    """Whether search engines can be told of changes, where a clinic wants that."""
    key, found = settings.INDEXNOW_KEY, []
    if key and not INDEXNOW_KEY.fullmatch(key):
        hint = "Use 8 to 128 letters, digits and hyphens."
        found.append(Warning("INDEXNOW_KEY is not a key.", hint=hint, id="serving.W004"))
    if key and urlsplit(settings.SITE_URL).hostname == "localhost":
        hint = "Set SITE_URL to the address of the site, or leave INDEXNOW_KEY empty."
        message = "INDEXNOW_KEY is set, but search engines are not told of any site."
        found.append(Warning(message, hint=hint, id="serving.W005"))
    return found


@register(deploy=True)
def left_to_do(app_configs, **kwargs):
    try:
        return [*placeholders(), *unsigned_pages()]
    except Error as error:
        message = f"The database gives no answer about the profile and the pages: {error}"
        hint = "Check DATABASE_URL, then run `manage.py migrate`."
        return [Warning(message, hint=hint, id="serving.W003")]


def placeholders():
    hint = "Fill it in in the admin, under Clinic profile."
    return [
        Warning(f"The clinic profile has a placeholder: {name}.", hint=hint, id="serving.W001")
        for name in ClinicProfile.current().placeholders()
    ]


def unsigned_pages():
    """One warning with their number, or none."""
    published = [model.objects.published() for model in content_models().values()]
    count = sum(items.count() - items.signed_off().count() for items in published)
    if not count:
        return []
    message = f"Published pages that no clinician has signed off: {count}."
    hint = "Have each one signed off, or hide them with SHOW_UNSIGNED_PAGES=false."
    return [Warning(message, hint=hint, id="serving.W002")]
