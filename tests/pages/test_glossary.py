"""The words explained: terms with their meanings, and the pages that explain more."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from clinic_site.pages.models import Page
from clinic_site.publishing.models import Term
from faq.models import Question
from tests.conftest import structured_data

ADDRESS = "/glossary/"


def make_term(term="muscle knot", meaning="A tight spot.", **fields):
    return Term.objects.create(slug=term.replace(" ", "-"), term=term, meaning=meaning, **fields)


def entries(response):
    found = re.findall(r'<dt id="([^"]+)">(.*?)</div>', response.content.decode(), re.S)
    return {anchor: " ".join(re.sub(r"<[^>]+>", " ", text).split()) for anchor, text in found}


@pytest.mark.django_db
def test_each_term_has_a_place_of_its_own_with_its_meaning(client):
    make_term(other_spellings=["muscle-knot", "tight band"])
    make_term("Qi", "An idea.")
    make_term("élan", "A force.")
    response = client.get(ADDRESS)
    assert entries(response) == {
        "élan": "élan A force.",
        "muscle-knot": "muscle knot A tight spot. Also: tight band",
        "Qi": "Qi An idea.",
    }
    letters = {letter.label: letter.url for letter in response.context["letters"] if letter.url}
    assert letters == {"E": "#letter-e", "M": "#letter-m", "Q": "#letter-q"}


@pytest.mark.parametrize("name", ["muscle knot", "tight band"])
def test_term_leads_to_the_page_of_that_name_explainers_first(client, make_live, name):
    make_term(other_spellings=["tight band"])
    make_live(Question, "why", title="Why a knot?", body=f"{name}.", also_called=f"[{name}]")
    assert entries(client.get(ADDRESS))["muscle-knot"].endswith("Read Why a knot?")
    make_live(Article, "knots", title=name.title())
    assert entries(client.get(ADDRESS))["muscle-knot"].endswith(f"Read {name.title()}")
    assert 'href="/articles/knots/"' in client.get(ADDRESS).content.decode()


@pytest.mark.parametrize("model", [Article, Question, Page])
def test_term_leads_to_no_page_that_readers_do_not_see(client, make_unseen, model):
    make_term()
    make_unseen(model, title="Muscle knot")
    assert entries(client.get(ADDRESS)) == {"muscle-knot": "muscle knot A tight spot."}


@pytest.mark.django_db
def test_search_engines_get_the_terms(client):
    make_term(other_spellings=["tight band"])
    make_term("Qi", "An idea.")
    data = structured_data(client.get(ADDRESS))["DefinedTermSet"]
    here = "http://testserver/glossary/"
    assert data == {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "name": "Words explained",
        "url": here,
        "inLanguage": "en",
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "name": "muscle knot",
                "alternateName": ["tight band"],
                "description": "A tight spot.",
                "url": f"{here}#muscle-knot",
                "inDefinedTermSet": here,
            },
            {
                "@type": "DefinedTerm",
                "name": "Qi",
                "description": "An idea.",
                "url": f"{here}#Qi",
                "inDefinedTermSet": here,
            },
        ],
    }


@pytest.mark.django_db
def test_glossary_may_be_empty(client):
    response = client.get(ADDRESS)
    assert (response.status_code, entries(response)) == (200, {})


def test_number_of_queries_is_constant(client, make_live):
    counts = []
    for name in ("one", "two", "three"):
        make_term(name)
        make_live(Article, name, title=name.title())
        with CaptureQueriesContext(connection) as queries:
            assert entries(client.get(ADDRESS))[name].endswith(f"Read {name.title()}")
        counts.append(len(queries))
    assert counts[1:] == [counts[1]] * 2
