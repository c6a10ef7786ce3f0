"""An article open in the editor, under a policy that allows no inline script or style."""

import pytest
from playwright.sync_api import expect

from articles.models import Article

from .parts import BODY, status

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'"
)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def log_in(page, log_in_to, make_user):
    ann = make_user("ann", is_staff=True, is_superuser=True)

    def log_in(user=ann):
        log_in_to(page.context, user)

    return log_in


@pytest.fixture
def errors(page):
    """What the browser complains about: blocked styles, scripts and failed requests."""
    found = []
    page.on("console", lambda message: message.type == "error" and found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.fixture
def article(make_live):
    return make_live(Article, "knees", body=BODY.strip())


@pytest.fixture
def open_editor(live_server, article):
    """Opens the article in a tab, its preview finished."""

    def with_policy(route):
        answer = route.fetch(max_redirects=0)
        headers = {**answer.headers, "content-security-policy": POLICY}
        route.fulfill(response=answer, headers=headers)

    def open_in(page, query=""):
        page.route("**/change/*", with_policy)
        page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/{query}")
        expect(status(page)).to_have_text("No problems found.")
        return page

    return open_in


@pytest.fixture
def editor(page, log_in, errors, open_editor):
    log_in()
    return open_editor(page)
