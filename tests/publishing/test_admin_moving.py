"""The address of a page, changed by those who may publish."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission

from clinic_site.pages.models import Page

from .admin_forms import change_url, item_url
from .messages import messages_of, words_of


def move(client, item, slug):
    return client.post(item_url(item, "move"), {"slug": slug}, follow=True)


def test_moved_page_is_found_at_both_addresses(staff, make_live):
    item = make_live(Page, "about", title="About")
    assert 'value="about"' in staff.get(item_url(item, "move")).content.decode()
    response = move(staff, item, "about-us")
    told = "“About” is at /about-us/ now. /about/ leads there for good."
    assert messages_of(response) == [told]
    assert LogEntry.objects.get().change_message == told
    assert staff.get("/about/").url == "/about-us/"


@pytest.mark.parametrize(
    ("slug", "refusal"),
    [
        ("about", "This is the address of the page already."),
        ("other", "Page with this Address already exists."),
        ("search", "The address search is taken by the site itself. Choose another one."),
        ("", "This field is required."),
        (
            "a b",
            "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.",
        ),
    ],
)
def test_address_that_cannot_be_is_an_error_of_the_form(staff, make_live, slug, refusal):
    item = make_live(Page, "about")
    make_live(Page, "other")
    response = move(staff, item, slug)
    assert response.context["form"].errors == {"slug": [refusal]}
    item.refresh_from_db()
    assert (item.slug, item.formerly) == ("about", [])


def test_draft_is_moved_in_its_form(staff, make_draft):
    item = make_draft(Page, "about")
    words = "This page was never public: change its address in its form."
    assert words in words_of(staff.get(item_url(item, "move")))
    assert move(staff, item, "other").context["form"].errors == {"slug": [words]}
    assert item_url(item, "move") not in staff.get(change_url(item)).content.decode()


@pytest.mark.parametrize(
    ("codenames", "status"),
    [
        (["change_page", "view_page"], 403),
        (["publish_page"], 403),
        (["publish_page", "view_page"], 302),
    ],
)
def test_moving_needs_the_permission_to_publish(client, make_user, make_live, codenames, status):
    item = make_live(Page, "about")
    user = make_user("ann", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client.force_login(user)
    assert client.post(item_url(item, "move"), {"slug": "other"}).status_code == status
