"""A content folder for tests about files and rows, and a member of staff for the admin."""

import pytest
from django.contrib.auth.models import Permission


@pytest.fixture
def folder(tmp_path, settings):
    (tmp_path / "pages").mkdir()
    (tmp_path / "articles").mkdir()
    settings.CONTENT_DIR = tmp_path
    return tmp_path


@pytest.fixture
def staff(admin_client):
    return admin_client


@pytest.fixture
def log_in(client, make_user):
    """Logs in a new member of staff with just these permissions: `log_in("view_page")`."""

    def log_in(*permissions, username="ann", **fields):
        user = make_user(username, is_staff=True, **fields)
        user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
        client.force_login(user)
        return user

    return log_in
