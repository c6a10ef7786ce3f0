"""What the lists of items can be narrowed to."""

from django.contrib import admin
from django.utils import timezone


class SetFilter(admin.SimpleListFilter):
    """Sets of items, `sets`: their words for staff, and the items in them at a moment, by name."""

    sets = {}

    def lookups(self, request, model_admin):
        return [(name, words) for name, (words, _) in self.sets.items()]

    def queryset(self, request, queryset):
        if self.value() not in self.sets:
            return queryset
        _, items_in = self.sets[self.value()]
        return items_in(queryset, timezone.now())


class StateFilter(SetFilter):
    title = "state"
    parameter_name = "state"
    sets = {
        "live": ("Live", lambda items, at: items.dated(at)),
        "draft": ("Never public", lambda items, at: items.never_public()),
        "newer": ("Public, with a newer draft", lambda items, at: items.published_once().drafted()),
        "waiting": ("Draft waiting, public or not", lambda items, at: items.drafted()),
        "planned": ("Something planned", lambda items, at: items.planned(at)),
        "withdrawn": ("Withdrawn", lambda items, at: items.withdrawn(at)),
    }


class ReviewFilter(SetFilter):
    title = "review"
    parameter_name = "review"
    sets = {
        "signed": ("Signed off", lambda items, at: items.dated(at).signed_off()),
        "due": ("Due within 30 days", lambda items, at: items.review_due(at)),
        "overdue": ("Overdue", lambda items, at: items.review_overdue(at)),
        "unsigned": ("Live and not signed off", lambda items, at: items.unsigned(at)),
    }


ITEM_FILTERS = [StateFilter, ReviewFilter]
