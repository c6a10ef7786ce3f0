"""The admin of words: what patients call things, and what they searched for."""

from django.contrib import admin

from .forms import SynonymForm
from .models import SearchCount, Synonym


@admin.register(Synonym)
class SynonymAdmin(admin.ModelAdmin):
    form = SynonymForm
    list_display = ["words", "means", "is_used"]
    list_editable = ["is_used"]
    list_filter = ["is_used"]
    list_per_page = 50
    search_fields = ["words", "means"]


@admin.register(SearchCount)
class SearchCountAdmin(admin.ModelAdmin):
    """To read only: the counts are what happened."""

    list_display = ["words", "week", "found_nothing", "shown", "opened"]
    list_filter = ["week"]
    search_fields = ["words"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    has_delete_permission = has_change_permission
