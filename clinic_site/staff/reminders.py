"""Which reviews are overdue or due soon, and an e-mail about them to those who can act."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from clinic_site.publishing.admin.lists import review_in_words
from clinic_site.publishing.permissions import may_see, may_sign_off
from clinic_site.publishing.registry import content_models
from clinic_site.publishing.views import FIELDS_OF_PAGES_ONLY

from .roles import MANAGERS


class NotSent(Exception):
    """Why some or all were not told and what to do, in one sentence."""


def reviews_to_do(at, days):
    """Live items whose review is overdue or due within so many days, the oldest first."""
    found = []
    for model in content_models().values():
        items = model.objects.defer(*FIELDS_OF_PAGES_ONLY)
        found += [*items.review_overdue(at), *items.review_due(at, days)]
    return sorted(found, key=lambda item: (item.review_due_on, item.title))


def headline(items, at, days):
    """How many are overdue, and how many due until when; nothing that anybody typed."""
    overdue = sum(_is_overdue(item, at) for item in items)
    until = date_format(timezone.localdate(at) + timedelta(days=days), "j F Y")
    return f"Reviews: {overdue} overdue, {len(items) - overdue} due by {until}"


def listing(items):
    return "\n".join(map(_line, items))


def send(items, at, days):
    """Tells each recipient of the items that they may see; returns whom. Raises NotSent."""
    told, refused = [], []
    for user in recipients():
        seen = [item for item in items if may_see(user, type(item))]
        if seen:
            (told if _deliver(_mail(user, seen, at, days)) else refused).append(user.email)
    if refused:
        raise NotSent(f"The mail server refused {', '.join(refused)}. Check these accounts.")
    if not told:
        raise NotSent(
            "Nobody was told: no active clinical reviewer or manager has an e-mail address. "
            "Add one in the admin, under Users."
        )
    return told


def recipients():
    """Active staff who sign off or manage and have an address; each address once."""
    staff = get_user_model().objects.filter(is_active=True, is_staff=True).exclude(email="")
    found = {}
    for user in staff.order_by("pk"):
        if _is_concerned(user):
            found.setdefault(user.email.casefold(), user)
    return list(found.values())


def _is_concerned(user):
    manages = user.groups.filter(name=MANAGERS).exists()
    return manages or any(may_sign_off(user, model) for model in content_models().values())


def _mail(user, items, at, days):
    desk = settings.SITE_URL + reverse("admin:index")
    return EmailMessage(
        headline(items, at, days),
        f"{listing(items)}\n\nYour desk leads to each of them: {desk}\n",
        to=[user.email],
        headers={"Auto-Submitted": "auto-generated"},
    )


def _deliver(mail):
    """Whether the address was taken. Raises NotSent when no mail can be sent at all."""
    try:
        return bool(mail.send())
    # A header that Django refuses is a ValueError.
    except (SMTPRecipientsRefused, ValueError):
        return False
    except OSError as error:
        raise NotSent(
            f"The mail server does not take mail: {error}. Check EMAIL_URL and DEFAULT_FROM_EMAIL."
        ) from error


def _line(item):
    title = " ".join(item.title.split())
    return f"{review_in_words(item)}: {title}\n  {settings.SITE_URL}{item.get_absolute_url()}"


def _is_overdue(item, at):
    return item.review_due_on < timezone.localdate(at)
