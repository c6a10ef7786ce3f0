"""Items by address, whatever their model."""

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from clinic_site.publishing.registry import published_at_addresses
from faq.models import Question


def test_published_items_come_in_the_order_of_their_addresses(
    make_live, make_draft, django_assert_num_queries
):
    article = make_live(Article, "a")
    page = make_live(Page, "p")
    make_draft(Question, "draft")
    editing.withdraw(make_live(Question, "withdrawn"))
    wanted = ["pages:p", "faq:draft", "faq:withdrawn", "faq:unknown", "articles:a"]
    assert published_at_addresses(wanted) == [page, article]
    with django_assert_num_queries(2):
        assert published_at_addresses(["pages:p", "articles:a"]) == [page, article]


def test_published_items_are_found_where_they_once_were(make_live, make_draft):
    article = make_live(Article, "old")
    editing.move(article, slug="new")
    make_draft(Question, "old")
    addresses = ["articles:old", "articles:new", "faq:old", "pages:old"]
    assert published_at_addresses(addresses) == [article, article]
