from django.contrib import admin

from clinic_site.publishing.admin import ContentItemAdmin, TopicAdmin

from .models import Article, Topic

admin.site.register(Topic, TopicAdmin)


@admin.register(Article)
class ArticleAdmin(ContentItemAdmin):
    fields_of_model = ("topic", "image")
