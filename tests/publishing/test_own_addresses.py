"""Addresses of the site itself, written out by hand: at every door a broken one is refused."""

import pytest

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from clinic_site.publishing.facts import current_facts
from clinic_site.publishing.importing import import_content
from clinic_site.publishing.problems import TextError

from .content_folder import outcome, page_file

OURS = "https://www.example.org"


@pytest.fixture
def settle(make_live, make_draft, settings):
    settings.SITE_URL = OURS
    make_live(Article, "knots")
    editing.withdraw(make_live(Article, "gone"))
    make_draft(Article, "draft")
    return current_facts().settle


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/articles/knots/", "articles:knots"),
        ("/articles/knots", "articles:knots"),
        (f"{OURS}/articles/knots/", "articles:knots"),
        ("http://WWW.example.org/articles/knots/", "articles:knots"),
        ("/articles/knots/changes/", "/articles/knots/changes/"),
        ("/articles/gone/changes/", "/articles/gone/changes/"),
        ("/articles/topic/basics/", "/articles/topic/basics/"),
        ("/", "/"),
        (OURS, "/"),
        ("/faq/?page=2", "/faq/?page=2"),
        (f"{OURS}/search/?q=knots", "/search/?q=knots"),
        ("https://www.example.com/nope/", "https://www.example.com/nope/"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("TEL:999", "TEL:999"),
    ],
)
def test_address_is_settled(settle, address, expected):
    assert settle(address) == expected


@pytest.mark.parametrize(
    "address",
    [
        "/articles/topic/nope/",
        "/articles/nope/changes/",
        "/articles/draft/changes/",
        "/media/pictures/0123456789abcdef0123.webp",
        "/no/such/place/",
        f"{OURS}/no/such/place/",
        "/admin/",
        "/admin/articles/article/",
        "https://[a",
    ],
)
def test_address_that_readers_cannot_open_is_none(settle, address):
    assert settle(address) is None


@pytest.mark.parametrize(
    "address",
    ["/articles/nope/", "/articles/draft/", f"{OURS}/faq/nope/", "/nope/", "#h-nope", "faq:nope"],
)
def test_broken_link_is_refused_at_every_door(settle, make_draft, folder, staff, address):
    item = make_draft(Page, "with-link", body=f"Words.\n\n[A page]({address}) to read.")
    with pytest.raises(TextError, match=r"^Line 8: The link leads nowhere: "):
        editing.publish(item)
    page_file(folder, "about", body=f"[A page]({address}) to read.")
    assert outcome(import_content(folder))[0] == {"with errors": 1}
    response = staff.post(f"/admin/pages/page/{item.pk}/publish/", {"when": "now"})
    assert "The link leads nowhere" in response.content.decode()
    assert not Page.objects.published().exists()


def test_link_written_out_by_hand_follows_a_page_that_moves(make_live):
    item = make_live(Article, "knots")
    page = make_live(Page, "about", body="Read [about knots](/articles/knots/#h-a).")
    assert page.linked == ["articles:knots"]
    editing.move(item, slug="tight-spots")
    page.refresh_from_db()
    assert '<a href="/articles/tight-spots/#h-a">about knots</a>' in page.body_html
