"""Signing off in the admin: by whom, and for which words."""

from django.contrib.auth.models import Permission
from django.urls import reverse

from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from tests.conftest import text_of

from .messages import messages_of


def sign_off_url(item):
    return reverse("admin:pages_page_sign_off", args=[item.pk])


def form_data(item, **values):
    return {
        "digest": item.words_digest,
        "credentials": "Doctor",
        "due_on": "2999-01-01",
        **values,
    }


def test_page_that_is_hidden_because_it_is_unsigned_can_be_signed(staff, make_live, settings):
    settings.SHOW_UNSIGNED_PAGES = False
    item = make_live(Page, "about")
    staff.post(sign_off_url(item), form_data(item))
    assert item.is_live


def test_clinician_signs_what_readers_see(staff, make_live, admin_user):
    item = make_live(Page, "about", body="Signed words.")
    assert "&lt;p&gt;Signed words.&lt;/p&gt;" in staff.get(sign_off_url(item)).content.decode()
    data = form_data(item, credentials="Physiotherapist")
    response = staff.post(sign_off_url(item), data, follow=True)
    assert messages_of(response) == ["You have signed off “A page”."]
    assert item.valid_sign_off.reviewer == admin_user


def test_sign_off_is_refused_to_the_author_and_for_past_days(staff, make_live, admin_user):
    item = make_live(Page, "about")
    response = staff.post(sign_off_url(item), form_data(item, due_on="2020-01-01"))
    assert response.context["form"].errors["due_on"] == [
        "This day is past. Choose the day of the next review."
    ]
    editing.save_draft(item, text=text_of(Page, body="By me."), by=admin_user)
    response = staff.post(sign_off_url(item), form_data(item))
    assert response.context["form"].non_field_errors() == [
        "Who wrote a text may not sign it off. Ask another clinician."
    ]
    assert item.valid_sign_off is None


def test_text_that_changed_while_it_was_read_is_not_signed(staff, make_live):
    item = make_live(Page, "about", body="Old words.")
    data = form_data(item)
    editing.save_draft(item, text=text_of(Page, body="New words."))
    editing.publish(item)
    response = staff.post(sign_off_url(item), data)
    assert response.context["form"].non_field_errors() == [
        "The text changed while you read it. Read it again, then sign it off."
    ]
    assert item.valid_sign_off is None


def test_sign_off_needs_its_permission_and_a_live_page(client, make_user, make_live, make_draft):
    item, draft = make_live(Page, "about"), make_draft(Page, "draft")
    editor = make_user("ann", is_staff=True)
    editor.user_permissions.add(Permission.objects.get(codename="change_page"))
    client.force_login(editor)
    assert client.get(sign_off_url(item)).status_code == 403
    editor.user_permissions.add(Permission.objects.get(codename="add_signoff"))
    assert client.get(sign_off_url(item)).status_code == 200
    assert client.get(sign_off_url(draft)).status_code == 404
