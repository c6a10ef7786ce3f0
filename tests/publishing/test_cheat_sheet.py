"""The cheat sheet: who gets it, and that it is the guide, rendered as pages are."""

import re

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission

from clinic_site.publishing.cheat_sheet import examples

CHEAT_SHEET = "/admin/editor/cheat-sheet/"
GUIDE = (settings.BASE_DIR / "content" / "README.md").read_text()


@pytest.fixture
def log_in(client, make_user):
    def log_in(permission):
        user = make_user("ann", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename=permission))
        client.force_login(user)

    return log_in


def test_every_part_of_the_guide_is_there_in_its_order():
    headings = re.findall(r"^## (.+)", GUIDE, re.M)
    assert list(examples()) == headings[headings.index("Plain text") :]


def test_who_may_edit_gets_each_source_and_its_rendering(client, log_in):
    log_in("change_article")
    response = client.get(CHEAT_SHEET)
    sheet = response.content.decode()
    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")
    assert sheet.count("<pre>") == sum(len(sources) for sources in examples().values())
    assert sheet.count("Bruising is common. [@Boyce2020]\n") == 1
    assert sheet.count('aria-label="Source 1"') == 2
    assert sheet.count('href="/faq:is-dry-needling-painful/">Is it painful?</a>') == 1


@pytest.mark.parametrize("permission", ["view_article", "add_picture"])
def test_who_may_not_edit_is_refused(client, log_in, permission):
    log_in(permission)
    response = client.get(CHEAT_SHEET)
    assert (response.status_code, response.content.count(b"<pre>")) == (403, 0)


def test_stranger_is_refused_and_not_sent_elsewhere(db, client):
    response = client.get(CHEAT_SHEET)
    assert (response.status_code, response.content.count(b"<pre>")) == (403, 0)
