"""The content folder of the tests about files and rows."""

import pytest


@pytest.fixture
def folder(tmp_path, settings):
    (tmp_path / "pages").mkdir()
    (tmp_path / "articles").mkdir()
    settings.CONTENT_DIR = tmp_path
    return tmp_path
