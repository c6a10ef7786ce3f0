"""The admin of items, sources and glossary terms; each save goes through `editing`."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.safestring import mark_safe

from clinic_site.images.admin import PictureAdmin
from clinic_site.images.models import Picture
from clinic_site.profile.models import ClinicProfile

from . import editing, front_matter, texts
from .facts import current_facts
from .forms import ContentItemForm, LinesField, SignOffForm
from .models import Reference, Revision, Term


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


class ContentItemAdmin(InFolderAdmin):
    form = ContentItemForm
    change_form_template = "admin/publishing/item_change_form.html"
    list_display = ["title", "state", "last_changed_at"]
    search_fields = ["title", "summary", "body"]
    prepopulated_fields = {"slug": ["title"]}
    save_on_top = False
    # Fields of a concrete model, after the title and after the summary.
    fields_of_model = ()

    def get_fields(self, request, obj=None):
        return [
            "title",
            "slug",
            *self.fields_of_model,
            "summary",
            "body",
            "related",
            "also_called",
            "position",
            "change_note",
            "note",
            "based_on",
        ]

    def get_readonly_fields(self, request, obj=None):
        """The address of a page that was ever published is known to others."""
        return ["slug"] if obj and obj.published_at else []

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj and obj.published_at else self.prepopulated_fields

    def has_delete_permission(self, request, obj=None):
        """Only what was never public is deleted; the rest is withdrawn."""
        is_draft = obj is not None and obj.published_at is None
        return is_draft and super().has_delete_permission(request, obj)

    @admin.display(description="State")
    def state(self, item):
        return item.state

    def render_change_form(self, request, context, **kwargs):
        item = context.get("original")
        context["item_state"] = item.state if item else "New"
        return super().render_change_form(request, context, **kwargs)

    def save_model(self, request, obj, form, change):
        item = self.model.objects.get(pk=obj.pk) if change else self.model(slug=obj.slug)
        editing.save_draft(
            item,
            text=texts.to_text(obj),
            slug=obj.slug,
            by=request.user,
            note=form.cleaned_data["note"],
        )
        if form.is_publishing:
            editing.publish(item, by=request.user)
        elif "_withdraw" in request.POST and item.published_at:
            editing.withdraw(item, by=request.user)
        obj.pk = item.pk

    def get_urls(self):
        return [
            path(
                "<int:pk>/sign-off/",
                self.admin_site.admin_view(self.sign_off_view),
                name=f"{self.opts.app_label}_{self.opts.model_name}_sign_off",
            ),
            *super().get_urls(),
        ]

    def sign_off_view(self, request, pk):
        """A clinician reads what readers see, and signs it."""
        item = get_object_or_404(self.model.objects.dated(timezone.now()), pk=pk)
        if not request.user.has_perm("publishing.add_signoff"):
            raise PermissionDenied
        form = SignOffForm(request.POST or None, initial={"digest": item.words_digest})
        if form.is_valid() and self._sign_off(request, item, form):
            return self._back_to(request, item)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"Sign off “{item}”",
            "item": item,
            "body": mark_safe(ClinicProfile.current().fill_in(item.body_html)),
            "form": form,
        }
        return render(request, "admin/publishing/sign_off.html", context)

    def _sign_off(self, request, item, form):
        try:
            editing.sign_off(item, reviewer=request.user, **form.cleaned_data)
        except editing.NotAllowed as refusal:
            form.add_error(None, str(refusal))
            return False
        self.message_user(request, f"You have signed off “{item}”.", messages.SUCCESS)
        return True

    def response_add(self, request, obj, post_url_continue=None):
        return self._respond(request, obj)

    def response_change(self, request, obj):
        return self._respond(request, obj)

    def _respond(self, request, obj):
        """Says what happened, and goes on with the same page."""
        if "_publish" in request.POST and not obj.is_live:
            message = f"“{obj}” is published. Readers see it once a clinician has signed it off."
        elif "_publish" in request.POST:
            message = f"“{obj}” is live. Readers see this text now."
        elif "_withdraw" in request.POST:
            message = f"“{obj}” is withdrawn. Readers are told that it is gone."
        else:
            message = f"The draft of “{obj}” is saved. What readers see has not changed."
        self.message_user(request, message, messages.SUCCESS)
        return self._back_to(request, obj)

    def _back_to(self, request, item):
        if not self.has_view_or_change_permission(request, item):
            return redirect("admin:index")
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", item.pk)


class TopicAdmin(EntryAdmin):
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
    """The picture library; a changed credit reaches the pages that show the picture."""

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        editing.refresh_renderings(current_facts())


def _is_named(words):
    return Revision.objects.filter(text__contains=words).exists()
