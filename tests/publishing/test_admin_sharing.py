"""Links to drafts for people without a login, made by staff."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.test import Client

from clinic_site.pages.models import Page

from .admin_forms import item_url
from .messages import words_of


def test_link_opens_for_somebody_without_a_login(staff, make_draft):
    item = make_draft(Page, "about", body="Shared words.")
    response = staff.post(item_url(item, "share"))
    link = response.context["link"]
    assert link.startswith("http://testserver/about/?preview=")
    assert "Shared words." in words_of(Client().get(link))
    [entry] = LogEntry.objects.values_list("change_message", flat=True)
    assert entry.startswith("A link shows the text saved on ")
    assert link.partition("=")[2] not in entry


def test_no_link_is_made_before_it_is_asked_for(staff, make_draft, settings):
    settings.PREVIEW_LINK_DAYS = 3
    response = staff.get(item_url(make_draft(Page, "about"), "share"))
    assert response.context["link"] == ""
    assert "The link works for 3 days" in words_of(response)
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize(
    ("codenames", "status"),
    [
        (["view_page"], 403),
        (["change_page"], 200),
        (["view_page", "publish_page"], 200),
        (["change_article"], 403),
    ],
)
def test_sharing_needs_more_than_to_see_the_page(client, make_user, make_draft, codenames, status):
    item = make_draft(Page, "about")
    user = make_user("ann", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client.force_login(user)
    assert client.post(item_url(item, "share")).status_code == status
