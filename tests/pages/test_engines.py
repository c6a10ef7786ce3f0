"""What search engines may read, and who owns the site."""

import pytest

from clinic_site.pages.models import Page
from clinic_site.publishing import editing

KEY = "0123456789abcdef"


@pytest.mark.django_db
def test_everything_may_be_read_and_the_map_is_named(client):
    response = client.get("/robots.txt")
    assert response.content.decode() == (
        "User-agent: *\nAllow: /\n\nSitemap: http://testserver/sitemap.xml\n"
    )
    assert response["Content-Type"] == "text/plain"


@pytest.mark.django_db
def test_key_of_indexnow_is_served_at_its_own_name_only(client, settings):
    settings.INDEXNOW_KEY = KEY
    response = client.get(f"/{KEY}.txt")
    assert (response.content.decode(), response["Content-Type"]) == (KEY, "text/plain")
    assert response["X-Robots-Tag"] == "noindex"
    assert client.get("/another.txt").status_code == 404


@pytest.mark.django_db
def test_without_a_key_there_is_no_file(client, settings):
    settings.INDEXNOW_KEY = ""
    assert client.get("/.txt").status_code == 404
    assert client.get(f"/{KEY}.txt").status_code == 404


@pytest.mark.parametrize("url", ["/no/such/page/", "/gone/", "/search/?q=page"])
def test_page_that_is_not_to_be_listed_says_so_and_no_more(client, make_live, url):
    editing.withdraw(make_live(Page, "gone"))
    page = client.get(url).content.decode()
    assert page.count('<meta name="robots" content="noindex">') == 1
    for word in ("canonical", "ld+json", "og:"):
        assert word not in page


def test_withdrawn_page_is_gone_and_a_draft_was_never_there(client, make_in_each_state):
    items = make_in_each_state(Page)
    found = {
        state: client.get(item.get_absolute_url()).status_code for state, item in items.items()
    }
    assert found == {"live": 200, "draft": 404, "planned": 404, "withdrawn": 410}
