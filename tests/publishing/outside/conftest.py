import pytest

from .other_site import other_site


@pytest.fixture
def site():
    with other_site() as server:
        yield server
