"""The desk in a browser: on a phone and a large screen, in light and dark."""

import pytest
from django.utils import timezone

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.search.counting import week_of
from clinic_site.search.models import SearchCount

from .looks import axe_findings, overflow


@pytest.fixture
def desk(new_context, live_server, log_in_to, admin_user, make_live, make_draft):
    """Opens the admin's first page with a task in several of its sections."""
    make_live(Article, "knots", title="Knots", body="A miracle for you.")
    make_draft(Page, "about", title="About us", by=admin_user)
    week = week_of(timezone.now())
    SearchCount.objects.create(week=week, words="can i go to the sauna", found_nothing=3)

    def open_desk(width, scheme):
        context = new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
        log_in_to(context, admin_user)
        page = context.new_page()
        page.goto(f"{live_server.url}/admin/")
        return page

    return open_desk


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_desk_shuts_nobody_out(desk, width, scheme):
    page = desk(width, scheme)
    links = page.locator(".desk-tasks a")
    found = ["can i go to the sauna", "Add as a synonym of …", "Write this question"]
    assert links.all_text_contents() == ["Knots", "Clinic profile", "About us", *found, "Knots"]
    assert min(link.bounding_box()["height"] for link in links.all()) >= 44
    assert (axe_findings(page), overflow(page)) == ([], 0)
