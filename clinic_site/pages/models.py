"""Plain pages: about, privacy and their like."""

from clinic_site.publishing.models import ContentItem, front_matter


class Page(ContentItem):
    content_dir = "pages"
    url_name = "pages:detail"
    front_matter_fields = front_matter(has_topic=False)
    schema_type = "WebPage"
