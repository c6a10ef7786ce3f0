"""Marks the items whose newest text is neither live nor planned; used by each app's migration."""


def mark_drafts(app_label, model_name):
    """A migration step for one content model."""

    def mark(apps, schema_editor):
        model = apps.get_model(app_label, model_name)
        content_types = apps.get_model("contenttypes", "ContentType").objects
        content_type = content_types.filter(app_label=app_label, model=model_name).first()
        for item in model.objects.exclude(published_at=None).only("pk").iterator():
            about = {"content_type": content_type, "object_id": item.pk}
            newest = apps.get_model("publishing", "Revision").objects
            newest = newest.filter(is_conflict=False, **about).order_by("-pk").first()
            decided = apps.get_model("publishing", "Publication").objects.filter(**about)
            is_decided = decided.filter(revision=newest).exists() or newest.note == "Withdrawn"
            model.objects.filter(pk=item.pk).update(has_draft=not is_decided)

    return mark
