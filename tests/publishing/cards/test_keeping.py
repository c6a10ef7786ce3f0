"""A card is drawn at publishing, once, and no earlier one of the page stays."""

import pytest

from articles.models import Article
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing import editing
from clinic_site.publishing.cards import keeping
from clinic_site.publishing.cards.keeping import card_of, picture_of, public_card
from faq.models import Question
from tests.conftest import text_of

CLINIC = ClinicProfile(name="North Clinic")


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Does what follows a change that is certain: `committed(change)`."""

    def commit(change):
        with django_capture_on_commit_callbacks(execute=True):
            return change()

    return commit


def test_publishing_draws_the_card(make_draft, committed, kept):
    ClinicProfile.objects.create(name="North Clinic")
    item = make_draft(Article, "knots", title="Knots")
    assert kept() == []
    committed(lambda: editing.publish(item))
    assert kept() == [card_of(item, CLINIC).path]


def test_another_title_replaces_the_card(make_live, committed, kept):
    item = committed(lambda: make_live(Article, "knots", title="Knots"))
    first = kept()
    editing.save_draft(item, text=text_of(Article, title="Tight knots"))
    committed(lambda: editing.publish(item))
    assert kept() == [card_of(item, ClinicProfile()).path] != first


def test_other_words_under_the_same_title_draw_nothing(make_live, committed, kept, monkeypatch):
    item = committed(lambda: make_live(Article, "knots", title="Knots"))
    monkeypatch.setattr(keeping, "draw", None)
    editing.save_draft(item, text=text_of(Article, title="Knots", body="Other words."))
    committed(lambda: editing.publish(item))
    assert kept() == [card_of(item, ClinicProfile()).path]


def test_withdrawn_page_loses_its_card(make_live, committed, kept):
    item = committed(lambda: make_live(Article, "knots"))
    committed(lambda: editing.withdraw(item))
    assert kept() == []


def test_failure_to_draw_is_logged_and_hinders_nothing(
    make_draft, committed, kept, settings, media, caplog
):
    (media / "a file").touch()
    settings.MEDIA_ROOT = media / "a file"
    item = make_draft(Article, "knots")
    committed(lambda: editing.publish(item))
    assert item.is_live
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert kept() == []


def test_another_name_of_the_clinic_leads_to_another_card(make_live, kept):
    item = make_live(Article, "knots")
    picture_of(card_of(item, CLINIC))
    renamed = card_of(item, ClinicProfile(name="South Clinic"))
    picture_of(renamed)
    assert kept() == [renamed.path]
    assert renamed.url != card_of(item, CLINIC).url


def test_half_a_picture_is_drawn_again(make_live, media, kept):
    card = card_of(make_live(Article, "knots"), CLINIC)
    whole = picture_of(card)
    (media / card.path).write_bytes(whole[:-1])
    assert picture_of(card) == whole == (media / card.path).read_bytes()
    assert kept() == [card.path]


def test_placeholder_of_the_clinic_is_on_no_card(make_live):
    card = card_of(make_live(Article, "knots", title="Knots"), ClinicProfile())
    assert (card.clinic_name, card.alt_text) == ("", "Knots")


def test_only_what_is_public_has_a_card(make_in_each_state):
    items = make_in_each_state(Article)
    found = {state: public_card("articles", item.pk) for state, item in items.items()}
    assert {state for state, card in found.items() if card} == {"live"}


def test_page_that_is_hidden_while_unsigned_has_no_card(make_live, settings):
    item = make_live(Article, "knots")
    settings.SHOW_UNSIGNED_PAGES = False
    assert public_card("articles", item.pk) is None


def test_topic_has_a_card_while_something_is_under_it(make_draft, topics):
    make_draft(Question, "draft")
    topic = topics[1]
    assert public_card("faq-topics", topic.pk) is None
    editing.publish(Question.objects.get())
    assert public_card("faq-topics", topic.pk).title == "The basics"


@pytest.mark.django_db
def test_names_that_nothing_has_are_no_cards():
    assert [public_card("articles", 1), public_card("site", 1), public_card("x", 0)] == [None] * 3
