"""Reviews that are overdue or due soon, and pages that no clinician stands behind."""

from clinic_site.publishing.admin.lists import review_in_words
from clinic_site.publishing.querysets import DAYS_OF_NOTICE

from .sections import section_of_items, sign_off_page_of


def overdue(user, at):
    return _reviews(
        "Reviews overdue",
        user,
        lambda items: items.review_overdue(at),
        order="review_due_on",
        query="review=overdue",
        is_pressing=True,
    )


def due(user, at):
    return _reviews(
        f"Reviews due in the next {DAYS_OF_NOTICE} days",
        user,
        lambda items: items.review_due(at),
        order="review_due_on",
        query="review=due",
    )


def unsigned(user, at):
    return _reviews(
        "Live pages that no clinician has signed off",
        user,
        lambda items: items.unsigned(at).with_review_dates(),
        order="published_at",
        query="review=unsigned",
    )


def _reviews(title, user, choose, **options):
    return section_of_items(
        title, user, choose, detail=review_in_words, page=sign_off_page_of, **options
    )
