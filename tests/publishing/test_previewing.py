"""The editor's preview: who gets it, and that it is what readers would see."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing.previewing import markdownify

PREVIEW = "/admin/editor/preview/"
WORDS = "Some **bold** words."
FRAGMENT = '<div class="text"><p>Some <strong>bold</strong> words.</p></div>'
REFUSAL = (
    "<p>There is no preview, because you are logged out or may not edit pages. "
    "Your text is kept; log in again in another tab.</p>"
)


@pytest.fixture
def log_in(client, make_user):
    def log_in(*permissions, is_staff=True):
        user = make_user("ann", is_staff=is_staff)
        user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
        client.force_login(user)

    return log_in


def preview(client, content=WORDS):
    response = client.post(PREVIEW, {"content": content})
    return response.status_code, "".join(response.content.decode().strip().splitlines())


def test_markdownx_and_this_site_agree_on_the_address():
    assert reverse("markdownx_markdownify") == PREVIEW


@pytest.mark.parametrize(
    "permission", ["add_article", "change_article", "add_question", "change_page"]
)
def test_staff_who_may_edit_any_content_sees_the_preview(client, log_in, permission):
    log_in(permission)
    assert preview(client) == (200, FRAGMENT)


@pytest.mark.parametrize("permission", ["view_article", "delete_article", "add_picture"])
def test_staff_who_may_not_edit_is_refused(client, log_in, permission):
    log_in(permission)
    assert preview(client) == (403, REFUSAL)


def test_permission_without_staff_is_refused(client, log_in):
    log_in("change_article", is_staff=False)
    assert preview(client) == (403, REFUSAL)


def test_stranger_is_refused_and_not_sent_elsewhere(db, client):
    assert preview(client) == (403, REFUSAL)


def test_preview_needs_the_token(make_user):
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user("ann", is_staff=True, is_superuser=True))
    assert client.post(PREVIEW, {"content": WORDS}).status_code == 403
    client.cookies["csrftoken"] = token = "a" * 32
    answer = client.post(PREVIEW, {"content": WORDS}, headers={"X-CSRFToken": token})
    assert answer.status_code == 200


def test_preview_is_never_stored(client, log_in):
    assert client.post(PREVIEW)["Cache-Control"] == "no-store"
    log_in("change_article")
    assert client.post(PREVIEW)["Cache-Control"] == "no-store"


def test_only_post_is_answered(client, log_in):
    log_in("change_article")
    response = client.get(PREVIEW, {"content": WORDS})
    assert (response.status_code, response["Allow"]) == (405, "POST")


def test_problems_stand_above_the_text_with_their_lines(client, log_in):
    log_in("change_article")
    status, fragment = preview(client, f"{WORDS}\r\n\r\nSee [@Nobody1999].")
    problems, text = fragment.split('<div class="text">')
    assert (status, problems.count("<li ")) == (200, 1)
    assert problems.startswith('<ul class="preview-problems"><li data-line="3">Line 3: ')
    assert text.startswith("<p>Some <strong>bold</strong> words.</p>")


def test_script_neither_runs_nor_hides(client, log_in):
    log_in("change_article")
    fragment = preview(client, '<img src=x onerror="alert(1)"> [@<b>1</b>]')[1]
    assert (fragment.count("<img"), fragment.count("<b>")) == (0, 0)
    assert fragment.count("&lt;img src=x onerror=") == 1


def test_missing_text_is_an_empty_preview(client, log_in):
    log_in("change_article")
    response = client.post(PREVIEW)
    assert response.content.decode().strip() == '<div class="text"></div>'


def test_details_of_the_clinic_are_filled_in(db):
    ClinicProfile.objects.create(name="Needles & Sons")
    assert markdownify("We are {{clinic_name}}.").strip() == "<p>We are Needles &amp; Sons.</p>"
