"""Addresses of the site itself that somebody wrote out, such as /faq/ or /articles/knots/."""

from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.files.storage import default_storage
from django.urls import Resolver404, resolve

from .registry import content_models

STAFF_ONLY = "admin/"


def settle(address, item_url):
    """An address as the renderer takes it, or None where the site has no page for readers.

    That of an item becomes its name, such as `faq:its-slug`, which survives a changed address;
    one of another site stays as it is. `item_url` is the one of the facts.
    """
    try:
        url = urlsplit(address)
    except ValueError:  # such as https://[a
        return None
    if url.scheme.lower() in ("mailto", "tel") or (url.netloc and not _is_ours(url)):
        return address
    path = unquote(url.path) or "/"
    match = _resolve(path) or _resolve(f"{path}/")
    if match is None or match.route.startswith(STAFF_ONLY):
        return None
    for model in content_models().values():
        if match.view_name == model.url_name:
            return f"{model.content_dir}:{match.kwargs['slug']}"
    query = f"?{url.query}" if url.query else ""
    return f"{url.path or '/'}{query}" if _is_there(match, item_url) else None


def _is_ours(url):
    return url.netloc.lower() == urlsplit(settings.SITE_URL).netloc.lower()


def _resolve(path):
    try:
        return resolve(path)
    except Resolver404:
        return None


def _is_there(match, item_url):
    """Whether there is what a page about something is about; a page about nothing always is."""
    if match.view_name == "images:file":
        return default_storage.exists(match.kwargs["path"])
    for model in content_models().values():
        slug = match.kwargs.get("slug")
        if match.view_name == model.changes_url_name():
            return item_url(f"{model.content_dir}:{slug}") is not None
        if model.has_topic() and match.view_name == model.topic_url_name():
            return model.topic.field.related_model.objects.filter(slug=slug).exists()
    return True
