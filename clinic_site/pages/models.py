"""Plain pages: about, privacy and their like."""

from clinic_site.publishing.models import ContentItem


class Page(ContentItem):
    content_dir = "pages"
    url_name = "pages:detail"
