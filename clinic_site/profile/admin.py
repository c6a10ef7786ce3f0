"""The clinic profile in the admin: one row, always there, never deleted."""

from django.contrib import admin
from django.db import models
from django.shortcuts import redirect
from django.urls import reverse

from .models import ClinicProfile


@admin.register(ClinicProfile)
class ClinicProfileAdmin(admin.ModelAdmin):
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not ClinicProfile.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        """Leads straight to the one row."""
        profile = ClinicProfile.objects.first()
        if profile is None:
            return redirect(reverse("admin:profile_clinicprofile_add"))
        return redirect(reverse("admin:profile_clinicprofile_change", args=[profile.pk]))
