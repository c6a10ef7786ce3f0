"""What the database of a site holds, and what in it does not fit together."""

import json

from django.db import connection

from clinic_site.pages.models import Page
from clinic_site.publishing import texts
from clinic_site.publishing.checking import RENDERING, checked
from clinic_site.publishing.models import Publication, Revision


def show():
    """Prints it as JSON, for a test in another process."""
    publications = Publication.objects.exclude(applied_at=None).select_related("revision")
    report = {
        "integrity": integrity(),
        "saved": [body_of(revision) for revision in Revision.objects.all()],
        "published": [body_of(publication.revision) for publication in publications],
        "half_saved": [page.slug for page in Page.objects.all() if is_half_saved(page)],
        "half_published": [page.slug for page in Page.objects.all() if is_half_published(page)],
    }
    print(json.dumps(report))


def integrity():
    with connection.cursor() as cursor:
        return cursor.execute("PRAGMA integrity_check").fetchone()[0]


def body_of(revision):
    return texts.read(Page, revision.text).values["body"]


def is_half_saved(page):
    """Whether a text is no longer the one that was saved, or the page has none."""
    revisions = list(page.revisions)
    return not revisions or any(r.digest != texts.digest(r.text) for r in revisions)


def is_half_published(page):
    """Whether the row, its rendering and its publication tell readers different things."""
    publication = page.publications.exclude(applied_at=None).last()
    if page.published_at is None or publication is None:
        return bool(page.published_at or publication or page.body_html)
    text = texts.to_text(page)
    rendered = checked(Page, text)
    return (
        publication.revision.text != text
        or any(getattr(page, name) != getattr(rendered, name) for name in RENDERING)
        or page.words_digest != texts.words_digest(rendered)
        or page.has_draft == (page.latest_revision.text == text)
    )
