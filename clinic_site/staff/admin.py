"""The accounts of staff: who manages them can raise nobody above the groups of the site."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

FOR_SUPERUSERS = {"is_superuser", "user_permissions"}
# What nobody changes about themselves.
OWN_RIGHTS = ["is_active", "is_staff", "groups"]

admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(User)
class AccountAdmin(UserAdmin):
    list_display = ["username", "first_name", "last_name", "email", "is_staff", "is_active"]
    list_filter = ["is_staff", "is_active", "groups"]
    add_fieldsets = (
        (None, {"fields": ["username", "usable_password", "password1", "password2"]}),
        ("Personal info", {"fields": ["first_name", "last_name", "email"]}),
        ("Permissions", {"fields": ["is_staff", "groups"]}),
    )

    def get_queryset(self, request):
        """A superuser's account is out of reach for everybody else."""
        accounts = super().get_queryset(request)
        return accounts if request.user.is_superuser else accounts.filter(is_superuser=False)

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if request.user.is_superuser else _without(fieldsets, FOR_SUPERUSERS)

    def get_readonly_fields(self, request, obj=None):
        own = OWN_RIGHTS if obj == request.user and not request.user.is_superuser else []
        return ["last_login", "date_joined", *own]

    def has_delete_permission(self, request, obj=None):
        return obj != request.user and super().has_delete_permission(request, obj)


@admin.register(Group)
class RoleAdmin(GroupAdmin):
    """For superusers only: whoever changes a group could give themselves everything."""

    def has_module_permission(self, request):
        return request.user.is_superuser

    def has_add_permission(self, request):
        return request.user.is_superuser

    def has_view_permission(self, request, obj=None):
        return request.user.is_superuser

    has_change_permission = has_delete_permission = has_view_permission


def _without(fieldsets, names):
    """The fieldsets without some of their fields."""
    return [
        (title, options | {"fields": [name for name in options["fields"] if name not in names]})
        for title, options in fieldsets
    ]
