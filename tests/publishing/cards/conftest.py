import pytest


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def kept(media):
    """The paths of all kept cards."""
    return lambda: sorted(str(path.relative_to(media)) for path in media.rglob("*.png"))
