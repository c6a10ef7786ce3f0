from django.contrib import admin

from clinic_site.publishing.admin import ContentItemAdmin, TopicAdmin

from .models import Question, Topic

admin.site.register(Topic, TopicAdmin)


@admin.register(Question)
class QuestionAdmin(ContentItemAdmin):
    fields_of_model = ("topic", "short_answer")
