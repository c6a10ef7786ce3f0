"""Texts that wait for a decision, and live ones that break a rule."""

from clinic_site.publishing.admin.item_pages import told

from ..text_checks import check_some, failing_now
from .sections import section_of_items, seen_models


def drafts(user, at):
    return section_of_items(
        "Drafts waiting",
        user,
        lambda items: items.drafted().with_newest_text(),
        order="saved_at",
        detail=_saved,
        query="state=waiting",
    )


def failing(user, at):
    left = check_some(seen_models(user), at)
    return section_of_items(
        "Live pages that break a rule",
        user,
        lambda items: failing_now(items, at),
        order="title",
        detail=_errors,
        query="state=live",
        note=_to_be_checked(left),
        is_pressing=True,
    )


def _to_be_checked(count):
    if not count:
        return ""
    return f"Not checked yet: {count}. Some are checked each time somebody opens this page."


def _saved(item):
    by = f" by {item.saved_by}" if item.saved_by else ""
    return f"Saved{by} on {told(item.saved_at)}"


def _errors(item):
    if item.errors == 1:
        return item.first_error
    return f"{item.errors} errors. The first one: {item.first_error}"
