"""How cards are served, and that nothing shows one of a page that is not public."""

from io import BytesIO

import pytest
from PIL import Image

from articles.models import Article
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing.cards.keeping import card_of, public_rows


def content(response):
    return b"".join(response)


def test_card_is_drawn_when_it_is_first_asked_for(client, make_live, kept):
    card = card_of(make_live(Article, "knots"), ClinicProfile())
    response = client.get(card.url)
    assert Image.open(BytesIO(content(response))).size == (1200, 630)
    assert (response["Content-Type"], response["Cache-Control"]) == (
        "image/png",
        "public, max-age=31536000, immutable",
    )
    assert response["X-Content-Type-Options"] == "nosniff"
    assert kept() == [card.path]
    assert client.get(card.url).content == response.content


def test_earlier_address_leads_to_the_card_of_now(client, make_live):
    card = card_of(make_live(Article, "knots"), ClinicProfile(name="An earlier name"))
    response = client.get(card.url)
    assert response.status_code == 302
    assert response.url == card_of(Article.objects.get(), ClinicProfile()).url


def test_cards_of_pages_that_are_not_public_are_not_found(client, make_in_each_state, kept):
    items = make_in_each_state(Article)
    clinic = ClinicProfile()
    found = {state: client.get(card_of(i, clinic).url).status_code for state, i in items.items()}
    assert found == {"live": 200, "draft": 404, "planned": 404, "withdrawn": 404}
    assert kept() == [card_of(items["live"], clinic).path]


def test_card_that_cannot_be_drawn_is_logged_and_not_found(
    client, make_live, settings, media, caplog
):
    (media / "a file").touch()
    settings.MEDIA_ROOT = media / "a file"
    response = client.get(card_of(make_live(Article, "knots"), ClinicProfile()).url)
    assert response.status_code == 404
    assert "A card could not be drawn." in caplog.messages


@pytest.mark.parametrize("url", ["/", "/articles/", "/articles/knots/", "/articles/topic/basics/"])
def test_page_names_its_card(client, make_live, url):
    item = make_live(Article, "knots", title="Knots & “bands”")
    ClinicProfile.objects.create(name="North Clinic")
    subjects = {"/articles/knots/": item, "/articles/topic/basics/": item.topic}
    card = card_of(subjects.get(url), ClinicProfile.current())
    page = client.get(url).content.decode()
    assert f'<meta property="og:image" content="http://testserver{card.url}">' in page
    assert client.get(card.url).status_code == 200


def test_what_a_card_says_is_said_in_words(client, make_live):
    make_live(Article, "knots", title="Knots & bands")
    ClinicProfile.objects.create(name="North Clinic")
    page = client.get("/articles/knots/").content.decode()
    assert 'property="og:image:alt" content="North Clinic: Knots &amp; bands"' in page


def test_draft_page_names_no_card(client, make_draft, admin_client):
    make_draft(Article, "knots")
    page = admin_client.get("/articles/knots/?preview").content.decode()
    assert "og:title" in page
    assert "og:image" not in page


def test_every_kind_of_public_row_is_known(db):
    assert set(public_rows()) == {"articles", "articles-topics", "faq", "faq-topics", "pages"}
