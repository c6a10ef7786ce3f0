"""Browser tests run in an installed Chromium; without one they are skipped, and say so."""

import os
import shutil
import threading
import time

import pytest
from django.test import Client

CHROMIUM = next(
    filter(
        None, (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    ),
    None,
)
REASON = "no Chromium is installed, so no browser test ran (Debian: apt-get install chromium)"

# Playwright keeps an event loop in the thread of the tests; the ORM is used there on purpose.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items):
    browser_items = [item for item in items if "browser" in item.path.parts]
    for item in browser_items:
        item.add_marker(pytest.mark.browser)
        if CHROMIUM is None and not os.environ.get("REQUIRE_BROWSER"):
            item.add_marker(pytest.mark.skip(reason=REASON))


@pytest.fixture(scope="session", autouse=True)
def chromium():
    if CHROMIUM is None:
        pytest.fail(f"REQUIRE_BROWSER is set, but {REASON}")


@pytest.fixture(autouse=True)
def server_at_rest(transactional_db):
    """Empties no table while the server still answers a browser that is closed by now.

    Both share one connection: what a request rolls back late would bring the rows back.
    """
    yield
    until = time.monotonic() + 10
    while _is_answering() and time.monotonic() < until:
        time.sleep(0.01)


def _is_answering():
    return any("process_request_thread" in thread.name for thread in threading.enumerate())


@pytest.fixture
def log_in_to(live_server):
    """Logs a member of staff in to a browser of their own: `log_in_to(context, user)`."""

    def log_in_to(context, user):
        client = Client()
        client.force_login(user)
        session = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])

    return log_in_to


@pytest.fixture(scope="session")
def browser_type_launch_args():
    return {
        "executable_path": CHROMIUM,
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }
