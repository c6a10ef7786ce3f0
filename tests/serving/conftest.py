"""A site in processes of its own, for tests about what only those can show."""

import pytest

from .running_site import Site


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    site = Site(tmp_path_factory.mktemp("site") / "var")
    site.prepare()
    site.start()
    site.log_in()
    yield site
    site.kill()
