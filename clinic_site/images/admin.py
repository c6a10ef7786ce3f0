from django.contrib import admin
from django.utils.html import format_html

from .forms import NewPictureForm
from .keeping import keep, remove, shown_in


class PictureAdmin(admin.ModelAdmin):
    """Registered by publishing, whose pages show the pictures."""

    list_display = ["thumbnail", "alt_text", "name", "credit", "uploaded_at"]
    list_display_links = ["thumbnail", "alt_text"]
    list_per_page = 30
    search_fields = ["name", "alt_text", "credit"]
    readonly_fields = ["preview", "name", "in_texts"]

    def get_fields(self, request, obj=None):
        texts = ["alt_text", "credit"]
        return [*self.readonly_fields, *texts] if obj else ["image", *texts]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = {} if obj else {"form": NewPictureForm}
        return super().get_form(request, obj, change, **form, **kwargs)

    def save_model(self, request, obj, form, change):
        if change:
            super().save_model(request, obj, form, change)
        else:
            new = form.cleaned_data
            obj.pk = keep(new["image"], alt_text=new["alt_text"], credit=new["credit"]).pk
            obj.refresh_from_db()

    def has_delete_permission(self, request, obj=None):
        """What stands in the content folder is taken out there, or an import brings it back."""
        is_ours_alone = obj is None or not obj.synced_digest
        return is_ours_alone and super().has_delete_permission(request, obj)

    def get_deleted_objects(self, objs, request):
        """A picture that a page shows stays; the pages are named."""
        *found, protected = super().get_deleted_objects(objs, request)
        return *found, [*protected, *(item for picture in objs for item in shown_in(picture))]

    def delete_model(self, request, obj):
        remove(obj)

    def delete_queryset(self, request, queryset):
        for picture in queryset:
            remove(picture)

    @admin.display(description="Picture")
    def thumbnail(self, picture):
        return _image(picture, width=96)

    @admin.display(description="Picture")
    def preview(self, picture):
        return _image(picture, width=320)

    @admin.display(description="To show it, copy into a text")
    def in_texts(self, picture):
        return format_html("<code>{}</code>", picture.as_markdown())


def _image(picture, *, width):
    width = min(width, picture.width)
    return format_html(
        '<img src="{}" alt="{}" width="{}" height="{}" loading="lazy">',
        picture.file.url,
        picture.alt_text,
        width,
        max(round(picture.height * width / picture.width), 1),
    )
