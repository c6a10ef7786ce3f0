"""Which links to other sites there are: those of public pages, and those of sources."""

from datetime import timedelta

from django.utils import timezone

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from clinic_site.publishing.models import Reference
from clinic_site.publishing.outside.links import outside_links


def test_each_address_comes_once_with_the_pages_that_hold_it(make_live):
    text = "[Guidance](https://a.example/b?c=d&e#part) and [the desk](mailto:a@b.example)."
    make_live(Article, "knots", body=f"{text} [More guidance](https://a.example/b?c=d&e).")
    make_live(Page, "about", body=f"{text} [Explainers](/articles/).")
    assert outside_links() == {"https://a.example/b?c=d&e": ["/articles/knots/", "/about/"]}


def test_sources_come_with_the_pages_that_cite_them(make_live):
    Reference.objects.create(key="A1", title="A", doi="10.1000/1", url="https://a.example/1")
    Reference.objects.create(key="B2", title="B", url="https://b.example/")
    Reference.objects.create(key="C3", title="A book")
    make_live(Article, "knots", body="So it is. [@A1]")
    assert outside_links() == {
        "https://a.example/1": ["/articles/knots/"],
        "https://b.example/": ["the source B2"],
        "https://doi.org/10.1000/1": ["/articles/knots/"],
    }


def test_pages_that_readers_do_not_see_hold_no_links(make_live, make_draft):
    body = "[Guidance](https://a.example/) to read."
    make_draft(Article, "draft", body=body)
    editing.withdraw(make_live(Article, "gone", body=body))
    editing.publish(
        make_draft(Article, "planned", body=body), at=timezone.now() + timedelta(hours=1)
    )
    assert outside_links() == {}
    make_live(Article, "live", body=body)
    assert outside_links() == {"https://a.example/": ["/articles/live/"]}
