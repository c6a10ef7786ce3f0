"""What search engines ask for before they read pages."""

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe


@require_safe
def robots(request):
    """Every page may be read: a page that is not to be listed says so itself."""
    address = request.build_absolute_uri(reverse("pages:sitemap_index"))
    return render(request, "robots.txt", {"sitemap": address}, content_type="text/plain")
