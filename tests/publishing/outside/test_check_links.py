"""The report on links to other sites, and its exit status."""

import pytest
from django.core.management import call_command

from articles.models import Article
from clinic_site.publishing.models import Reference


def check(site, capsys, **options):
    call_command("check_links", pause=0, allow_local=True, **options)
    return capsys.readouterr().out.replace(site.url, "http://other.example")


def test_report_names_each_broken_link_and_the_pages_that_hold_it(make_live, site, capsys):
    for slug in ("knots", "needles"):
        make_live(Article, slug, body=f"[A leaflet]({site.url}/gone) and [more]({site.url}/there).")
    Reference.objects.create(key="A1", title="A", url=f"{site.url}/moved")
    Reference.objects.create(key="B2", title="B", url=f"{site.url}/forbids")
    with pytest.raises(SystemExit) as stopped:
        check(site, capsys)
    assert stopped.value.code == 1
    assert capsys.readouterr().out.replace(site.url, "http://other.example") == (
        """\
Broken:
  http://other.example/gone
    answers 410 (Gone)
    on /articles/knots/, /articles/needles/
Not clear, open them yourself:
  http://other.example/forbids
    answers programs with 403 (Forbidden)
    on the source B2
Moved, write the new address:
  http://other.example/moved
    moved for good to http://other.example/there
    on the source A1
Asked 4: 1 broken, 1 not clear, 1 moved.
"""
    )


def test_report_without_a_broken_link_ends_well(make_live, site, capsys):
    make_live(Article, "knots", body=f"[A leaflet]({site.url}/there) to read.")
    assert check(site, capsys, verbosity=2) == (
        "Asking http://other.example/there\nAsked 1: 0 broken, 0 not clear, 0 moved.\n"
    )
    assert site.agents == {
        "Link check of http://localhost:8000 (asks each address once; not a crawler)"
    }


def test_private_addresses_are_asked_only_where_that_is_allowed(make_live, site, capsys):
    make_live(Article, "knots", body=f"[A leaflet]({site.url}/there) to read.")
    with pytest.raises(SystemExit):
        call_command("check_links", pause=0)
    assert "leads into a private network" in capsys.readouterr().out
    assert site.asked == []
