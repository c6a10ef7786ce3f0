"""A page gets another address; the earlier ones lead there, and what links to it follows."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models import Article
from clinic_site.publishing import editing
from clinic_site.publishing.models import FormerAddress
from faq.models import Question
from tests.conftest import text_of


def former_addresses():
    return sorted(FormerAddress.objects.values_list("slug", flat=True))


def test_moved_page_remembers_every_earlier_address(client, make_live):
    item = make_live(Article, "first")
    for slug in ("second", "third"):
        editing.move(item, slug=slug)
    assert (item.formerly, former_addresses()) == (["first", "second"], ["first", "second"])
    for slug in ("first", "second"):
        response = client.get(f"/articles/{slug}/")
        assert (response.status_code, response.url) == (301, "/articles/third/")


def test_page_can_move_back(client, make_live):
    item = make_live(Article, "first")
    editing.move(item, slug="second")
    editing.move(item, slug="first")
    assert (item.formerly, former_addresses()) == (["second"], ["second"])
    assert client.get("/articles/first/").status_code == 200


def test_withdrawn_page_is_gone_at_its_earlier_address_too(client, make_live):
    item = make_live(Article, "first")
    editing.move(item, slug="second")
    editing.withdraw(item)
    assert client.get("/articles/first/", follow=True).status_code == 410


@pytest.mark.parametrize("taken", ["other", "once-other"])
def test_address_of_another_page_is_refused(make_live, taken):
    other = make_live(Article, "once-other")
    editing.move(other, slug="other")
    item = make_live(Article, "knots")
    with pytest.raises(ValidationError):
        editing.move(item, slug=taken)
    item.refresh_from_db()
    assert (item.slug, item.formerly) == ("knots", [])


def test_address_of_another_kind_of_page_is_free(make_live):
    make_live(Question, "other")
    item = make_live(Article, "knots")
    editing.move(item, slug="other")
    assert item.get_absolute_url() == "/articles/other/"


def test_page_does_not_move_to_where_it_is(make_live):
    item = make_live(Article, "knots")
    with pytest.raises(editing.NotAllowed):
        editing.move(item, slug="knots")
    assert former_addresses() == []


def test_draft_that_was_never_public_leaves_no_trace(make_draft):
    item = make_draft(Article, "knots")
    with pytest.raises(editing.NotAllowed):
        editing.move(item, slug="other")
    assert former_addresses() == []


def test_links_lead_to_the_new_address_at_once(make_live):
    item = make_live(Article, "first")
    linking = make_live(Question, "asking", body="See [it](articles:first).")
    untouched = make_live(Article, "other", body="See [them](faq:asking).")
    Article.objects.filter(pk=untouched.pk).update(rendered_with="before")
    editing.move(item, slug="second")
    linking.refresh_from_db()
    untouched.refresh_from_db()
    assert 'href="/articles/second/"' in linking.body_html
    assert untouched.rendered_with == "before"


def test_change_planned_before_the_move_goes_live_at_the_new_address(make_live):
    item = make_live(Article, "first", title="Live")
    editing.save_draft(item, text=text_of(Article, title="Next"))
    plan = editing.publish(item, at=timezone.now() + timedelta(hours=1))
    editing.move(item, slug="second")
    assert not item.has_draft
    editing.apply_due(plan.at)
    item.refresh_from_db()
    assert (item.title, item.slug, item.formerly) == ("Next", "second", ["first"])
