from django.contrib import admin

from clinic_site.publishing.admin import ContentItemAdmin

from .models import Page

admin.site.register(Page, ContentItemAdmin)
