"""The lists of items: their columns, and what is done with the items chosen."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.utils import timezone
from django.utils.formats import date_format

from ..exporting import zipped
from ..views import FIELDS_OF_PAGES_ONLY
from .item_pages import told


class ItemList(ChangeList):
    """Fetches all that the columns show, and no long text, with one query."""

    def get_queryset(self, request, exclude_parameters=None):
        items = self.model_admin.get_queryset(request).defer(*FIELDS_OF_PAGES_ONLY)
        # The order may be one of these columns, and is set below.
        self.root_queryset = (
            items.with_review_dates().with_newest_text().with_next_plan(timezone.now())
        )
        return super().get_queryset(request, exclude_parameters)


@admin.display(description="State", ordering="published_at")
def state(item):
    if item.next_plan_at is None:
        return item.state
    verb = "for" if item.state == "Planned" else "and a change is planned for"
    return f"{item.state} {verb} {told(item.next_plan_at)}"


@admin.display(description="Draft waiting", ordering="saved_at")
def draft(item):
    if item.has_draft and item.saved_at:
        return ", ".join(filter(None, [item.saved_by, told(item.saved_at)]))


@admin.display(description="Review", ordering="review_due_on")
def review(item):
    return review_in_words(item) if item.state == "Live" else None


@admin.display(
    description="Last change for readers", ordering=Coalesce("updated_at", "published_at")
)
def last_changed(item):
    return item.last_changed_at and told(item.last_changed_at)


COLUMNS = [state, draft, review, last_changed]


def review_in_words(item):
    """Where the review of a live item from `with_review_dates` stands."""
    if item.review_due_on:
        verb = "Overdue since" if item.review_due_on < timezone.localdate() else "Due on"
        return f"{verb} {_day(item.review_due_on)}"
    if item.last_signed_on:
        return f"Other words were signed off on {_day(item.last_signed_on)}"
    return "Never signed off"


def _day(date):
    return date_format(date, "j F Y")


@admin.action(description="Download as Markdown files", permissions=["see"])
def download(admin, request, items):
    """The texts of the items chosen, as an export would write them."""
    name = admin.model.content_dir
    return HttpResponse(
        zipped(items.defer(None).select_related()),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}.zip"'},
    )
