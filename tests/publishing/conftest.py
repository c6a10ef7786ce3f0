"""A content folder for tests about files and rows, and a member of staff for the admin."""

import pytest


@pytest.fixture
def folder(tmp_path, settings):
    (tmp_path / "pages").mkdir()
    (tmp_path / "articles").mkdir()
    settings.CONTENT_DIR = tmp_path
    return tmp_path


@pytest.fixture
def staff(admin_client):
    return admin_client
