"""The admin of explainers, questions and pages: their lists and their form."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.urls import reverse

from .. import editing, texts
from ..forms import ContentItemForm
from ..permissions import may_publish, may_see
from . import lists
from .entries import InFolderAdmin
from .filters import ITEM_FILTERS
from .item_pages import back_to, item_url_name, to_page
from .item_views import item_urls, open_views
from .standing import standing_of


class ContentItemAdmin(InFolderAdmin):
    form = ContentItemForm
    change_form_template = "admin/publishing/item_change_form.html"
    list_display = ["title", *lists.COLUMNS]
    search_fields = ["title", "slug", "summary", "body"]
    actions = [lists.download]
    prepopulated_fields = {"slug": ["title"]}
    save_on_top = False
    # The form links to the page and to its preview, which drafts have too.
    view_on_site = False
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

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "body":
            field.widget.may_add_pictures = request.user.has_perm("images.add_picture")
        return field

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.user = request.user
        return form

    def get_urls(self):
        """Our pages in place of Django's of the same name, such as the history."""
        ours = item_urls(self)
        names = {url.name for url in ours}
        return [*ours, *(url for url in super().get_urls() if url.name not in names)]

    def has_delete_permission(self, request, obj=None):
        """Only what was never public is deleted; the rest is withdrawn."""
        is_draft = obj is not None and obj.published_at is None
        return is_draft and super().has_delete_permission(request, obj)

    def has_see_permission(self, request):
        return may_see(request.user, self.model)

    def get_changelist(self, request, **kwargs):
        return lists.ItemList

    def get_list_filter(self, request):
        return [*ITEM_FILTERS, "topic"] if self.model.has_topic() else ITEM_FILTERS

    def render_change_form(self, request, context, **kwargs):
        item = context.get("original")
        context["standing"] = item and standing_of(item)
        context["open_views"] = open_views(request.user, self.model)
        return super().render_change_form(request, context, **kwargs)

    def change_view(self, request, object_id, **kwargs):
        """What was typed for a page that somebody deleted meanwhile can become a new one."""
        if request.method == "POST" and self.get_object(request, unquote(object_id)) is None:
            return self.add_view(request, form_url=reverse(item_url_name(self, "add")))
        return super().change_view(request, object_id, **kwargs)

    def save_model(self, request, obj, form, change):
        item = self.model.objects.get(pk=obj.pk) if change else self.model(slug=obj.slug)
        editing.save_draft(
            item,
            text=texts.to_text(obj),
            slug=obj.slug,
            by=request.user,
            note=form.cleaned_data["note"],
        )
        obj.pk = item.pk

    def response_add(self, request, obj, post_url_continue=None):
        return self._respond(request, obj)

    def response_change(self, request, obj):
        return self._respond(request, obj)

    def _respond(self, request, obj):
        """Says what happened, and goes on to the step that was asked for or with the same page."""
        message = f"The draft of “{obj}” is saved. What readers see has not changed."
        self.message_user(request, message, messages.SUCCESS)
        if may_publish(request.user, self.model):
            for name in ("publish", "withdraw"):
                if f"_{name}" in request.POST:
                    return to_page(self, request, obj, name)
        return back_to(self, request, obj)
