"""The picture library; publishing registers it, whose pages show the pictures."""

from django.contrib import admin
from django.utils.html import format_html

from .forms import ChangedPictureForm, LibraryPictureForm
from .keeping import keep, names_in_texts, remove, replace


class InTextsFilter(admin.SimpleListFilter):
    title = "use"
    parameter_name = "used"

    def lookups(self, request, model_admin):
        return [("yes", "In a text"), ("no", "Not used in any text")]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.filter(name__in=names_in_texts())
        if self.value() == "no":
            return queryset.exclude(name__in=names_in_texts())
        return queryset


class PictureAdmin(admin.ModelAdmin):
    list_display = ["thumbnail", "description", "credit", "uploaded_at"]
    list_display_links = ["thumbnail", "description"]
    list_filter = [InTextsFilter, "is_decorative"]
    list_per_page = 30
    search_fields = ["name", "alt_text", "credit"]
    readonly_fields = ["preview", "in_texts"]

    def get_fields(self, request, obj=None):
        described = ["alt_text", "is_decorative", "credit"]
        if obj is None:
            return ["image", *described]
        preview, *about = self.readonly_fields
        return [preview, *described, "image", *about]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = ChangedPictureForm if obj else LibraryPictureForm
        return super().get_form(request, obj, change, form=form, **kwargs)

    def save_model(self, request, obj, form, change):
        upload = form.cleaned_data["image"]
        if not change:
            obj.pk = keep(upload, **form.description).pk
            obj.refresh_from_db()
            return
        if upload:
            replace(obj, upload)
        super().save_model(request, obj, form, change)

    def has_delete_permission(self, request, obj=None):
        """What stands in the content folder is taken out there, or an import brings it back."""
        is_ours_alone = obj is None or not obj.synced_digest
        return is_ours_alone and super().has_delete_permission(request, obj)

    def delete_model(self, request, obj):
        remove(obj)

    def delete_queryset(self, request, queryset):
        for picture in queryset:
            remove(picture)

    @admin.display(description="Picture")
    def thumbnail(self, picture):
        return _image(picture, picture.smallest_url, longest=96)

    @admin.display(description="Shows", ordering="alt_text")
    def description(self, picture):
        return "Decorative" if picture.is_decorative else picture.alt_text

    @admin.display(description="Picture")
    def preview(self, picture):
        return _image(picture, picture.url, longest=320)

    @admin.display(description="To show it, copy into a text")
    def in_texts(self, picture):
        return format_html("<code>{}</code>", picture.as_markdown())


def _image(picture, url, *, longest):
    scale = min(longest / max(picture.width, picture.height), 1)
    return format_html(
        '<img src="{}" alt="{}" width="{}" height="{}" loading="lazy">',
        url,
        picture.alt_text or "Decorative picture",
        max(round(picture.width * scale), 1),
        max(round(picture.height * scale), 1),
    )
