"""Which pages show a picture, and in which of their texts."""

from clinic_site.images.models import Picture

from .models import Revision

OLDER_TEXT = "an older text"


def pages_showing(picture):
    """Each page with its texts that name the picture: a state, a draft, a plan or an older text."""
    named = Revision.objects.filter(text__contains=picture.name).prefetch_related("item")
    pages = {}
    for revision in named:
        # What is kept of the picture's own entry names it too; of a deleted page nothing is shown.
        if not isinstance(revision.item, Picture | None):
            pages.setdefault(revision.item, set()).add(revision.pk)
    return [(page, _texts_of(page, picture, revisions)) for page, revisions in pages.items()]


def _texts_of(page, picture, revisions):
    texts = []
    if any(picture.name in getattr(page, field) for field in page.picture_fields):
        texts.append(page.state.lower())
    if page.published_at and page.has_draft and page.latest_revision.pk in revisions:
        texts.append("draft")
    if page.publications.unapplied().filter(revision__in=revisions).exists():
        texts.append("planned")
    return ", ".join(texts) or OLDER_TEXT
