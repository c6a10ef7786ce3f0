"""The command that draws what publishing did not."""

from io import StringIO

import pytest
from django.core.management import call_command

from articles.models import Article
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing.cards.keeping import card_of


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def draw_cards():
    out, err = StringIO(), StringIO()
    call_command("draw_cards", stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_missing_cards_are_drawn_once_and_of_public_pages_only(make_in_each_state, media):
    items = make_in_each_state(Article)
    public = [None, items["live"], items["live"].topic]
    expected = sorted(card_of(subject, ClinicProfile()).path for subject in public)
    assert draw_cards() == ("3 cards drawn\n", "")
    assert sorted(str(path.relative_to(media)) for path in media.rglob("*.png")) == expected
    assert draw_cards() == ("", "")


def test_card_that_cannot_be_drawn_is_named(make_live, media, settings):
    make_live(Article, "knots", title="Knots")
    (media / "cards").mkdir()
    (media / "cards" / "articles").touch()
    out, err = draw_cards()
    assert out == "2 cards drawn\n"
    assert err.startswith("The card of “Knots” could not be drawn: ")
