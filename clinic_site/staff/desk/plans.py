"""What is planned for the coming days, and what did not happen as planned."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType

from clinic_site.publishing.admin.item_pages import told
from clinic_site.publishing.models import Publication

from .sections import Section, form_of, seen_models, task_about

DAYS = 7
# A plan is carried out within a second of its time.
GRACE = timedelta(minutes=1)


def coming(user, at):
    plans = _plans(user).ahead(at)
    week = at + timedelta(days=DAYS)
    return _section(
        f"Planned for the coming {DAYS} days",
        user,
        plans.filter(at__lte=week),
        _will_happen,
        note=_later(plans.filter(at__gt=week).count()),
    )


def missed(user, at):
    return _section(
        "Plans that could not be carried out",
        user,
        _plans(user).due(at - GRACE),
        _did_not_happen,
        is_pressing=True,
    )


def _plans(user):
    kinds = ContentType.objects.get_for_models(*seen_models(user)).values()
    return Publication.objects.filter(content_type__in=kinds).prefetch_related("item")


def _section(title, user, plans, detail, **options):
    plans = [plan for plan in plans if plan.item]
    tasks = [task_about(plan.item, detail(plan), form_of(user, plan.item)) for plan in plans]
    return Section(title, tasks, len(plans), **options)


def _will_happen(plan):
    if plan.revision_id is None:
        return f"Is withdrawn on {told(plan.at)}"
    # The first publication is in the item's dates already; a change waits for its time.
    verb = "Goes live" if plan.applied_at else "Changes"
    return f"{verb} on {told(plan.at)}"


def _did_not_happen(plan):
    return f"Was planned for {told(plan.at)}; open the page, and publish it again"


def _later(count):
    if not count:
        return ""
    return f"{count} more {'is' if count == 1 else 'are'} planned for later."
