"""The admin of what stands in the content folder as an entry: topics, sources, terms, pictures."""

from operator import methodcaller

from django.contrib import admin
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.db import models
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from clinic_site.images.admin import PictureAdmin
from clinic_site.images.models import Picture

from .. import editing, front_matter
from ..facts import current_facts
from ..form_fields import LinesField
from ..models import Reference, Revision, Term
from ..showing import pages_showing


class InFolderAdmin(admin.ModelAdmin):
    """Rows that may stand in the content folder too."""

    # Lists are typed one entry a line.
    formfield_overrides = {
        models.JSONField: {"form_class": LinesField},
        models.URLField: {"assume_scheme": "https"},
    }

    def has_delete_permission(self, request, obj=None):
        """What stands in the content folder is taken out there, or an import brings it back."""
        is_ours_alone = obj is not None and not obj.synced_digest
        return is_ours_alone and super().has_delete_permission(request, obj)


class EntryAdmin(InFolderAdmin):
    """Rows with a key that texts name, and that therefore never changes."""

    def get_readonly_fields(self, request, obj=None):
        return [self.model.key_field] if obj else []

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields


class TopicAdmin(EntryAdmin):
    # The link goes straight to the page.
    view_on_site = methodcaller("get_absolute_url")
    list_display = ["title", "position"]
    prepopulated_fields = {"slug": ["title"]}

    def has_delete_permission(self, request, obj=None):
        """A topic that a saved text names stays: the text could not be read without it."""
        is_free = obj is not None and not _is_named(front_matter.dump_yaml({"topic": obj.slug}))
        return is_free and super().has_delete_permission(request, obj)


class RenderedAdmin(EntryAdmin):
    """Rows that are shown inside texts: a change of one renders the pages anew."""

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        editing.refresh_renderings(current_facts())

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        editing.refresh_renderings(current_facts())


@admin.register(Term)
class TermAdmin(RenderedAdmin):
    list_display = ["term", "meaning"]
    search_fields = ["term", "meaning"]
    prepopulated_fields = {"slug": ["term"]}


@admin.register(Reference)
class ReferenceAdmin(RenderedAdmin):
    list_display = ["key", "title", "year"]
    search_fields = ["key", "title", "authors"]

    def has_delete_permission(self, request, obj=None):
        """A source that a saved text cites stays."""
        is_free = obj is not None and not _is_named(f"@{obj.key}")
        return is_free and super().has_delete_permission(request, obj)


@admin.register(Picture)
class ShownPictureAdmin(PictureAdmin):
    """The picture library; a change reaches the pages that show the picture."""

    readonly_fields = [*PictureAdmin.readonly_fields, "shown_on"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change:
            editing.refresh_renderings(current_facts())

    def get_deleted_objects(self, objs, request):
        """A picture that a page shows stays; the pages are named, each once."""
        *found, protected = super().get_deleted_objects(objs, request)
        pages = dict.fromkeys(page for picture in objs for page in _pages_of(picture))
        return *found, [*protected, *pages]

    @admin.display(description="Shown on")
    def shown_on(self, picture):
        pages = ((page,) for page in _pages_of(picture))
        return format_html_join(mark_safe("<br>"), "{}", pages) or "No page"


def _pages_of(picture):
    """Links to the pages that show a picture."""
    for page, texts in pages_showing(picture):
        url = reverse(admin_urlname(page._meta, "change"), args=[page.pk])
        yield format_html('<a href="{}">{}</a> ({})', url, page, texts)


def _is_named(words):
    return Revision.objects.filter(text__contains=words).exists()
