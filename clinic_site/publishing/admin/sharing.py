"""A link that shows one text to somebody without a login, for some days."""

from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.utils import timezone

from .. import draft_links
from .item_pages import item_page, tell, told


def share(admin, request, item):
    """Asks first; each link that is made stands in the log of the admin."""
    newest = item.latest_revision
    link = _make_link(admin, request, item, newest) if request.method == "POST" else ""
    return item_page(
        admin,
        request,
        item,
        "share.html",
        f"Share “{item}”",
        newest=newest,
        link=link,
        days=settings.PREVIEW_LINK_DAYS,
    )


def _make_link(admin, request, item, revision):
    ends = timezone.now() + timedelta(days=settings.PREVIEW_LINK_DAYS)
    saved = told(revision.created_at)
    tell(admin, request, item, f"A link shows the text saved on {saved} until {told(ends)}.")
    query = urlencode({"preview": draft_links.token_for(revision)})
    return request.build_absolute_uri(f"{item.get_absolute_url()}?{query}")
