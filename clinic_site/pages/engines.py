"""What search engines ask for before they read pages."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe


@require_safe
def robots(request):
    """Every page may be read: a page that is not to be listed says so itself."""
    address = request.build_absolute_uri(reverse("pages:sitemap_index"))
    return render(request, "robots.txt", {"sitemap": address}, content_type="text/plain")


@require_safe
def indexnow_key(request, key):
    """Proves that who tells of changes with this key owns the site."""
    if key != settings.INDEXNOW_KEY:
        raise Http404("There is no file of this name.")
    return HttpResponse(key, content_type="text/plain", headers={"X-Robots-Tag": "noindex"})
