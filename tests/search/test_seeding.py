"""Synonyms from what the glossary and the pages say, beside those of staff."""

import pytest

from articles.models import Article
from clinic_site.publishing.models import Term
from clinic_site.search.models import Synonym
from clinic_site.search.seeding import seed_synonyms
from faq.models import Question


def synonyms():
    return dict(Synonym.objects.values_list("words", "means"))


@pytest.fixture
def make_term(db):
    def make(term, *spellings):
        slug = term.replace(" ", "-")
        return Term.objects.create(
            slug=slug, term=term, meaning="A word.", other_spellings=spellings
        )

    return make


def test_other_spellings_of_the_glossary_mean_its_term(make_term):
    make_term("physical therapist", "Physio", "physiotherapist")
    assert seed_synonyms() == 2
    assert synonyms() == {"physio": "physical therapist", "physiotherapist": "physical therapist"}


def test_other_names_mean_the_name_of_a_page(make_live):
    make_live(Article, "heel-pain", title="Heel pain", also_called="[foot ache, heel  spur]")
    seed_synonyms()
    assert synonyms() == {"foot ache": "Heel pain", "heel spur": "Heel pain"}


@pytest.mark.parametrize(
    "title",
    [
        "Does it hurt?", "After your visit", "Low back and hip pain", "How we write",
        "Trigger points and what may cause them",
    ],
)  # fmt: skip
def test_page_whose_title_is_no_name_gives_no_synonym(make_live, title):
    make_live(Article, "page", title=title, also_called="[zebra]")
    assert (seed_synonyms(), synonyms()) == (0, {})


@pytest.mark.parametrize(
    "name",
    ["back-pain", "low back pains", "pain", "my long low back ache", "20560", '"%"', "z" * 81],
)
def test_name_that_would_only_blur_results_gives_no_synonym(make_live, name):
    make_live(Article, "back", title="Low back pain", also_called=f"[{name}]")
    assert (seed_synonyms(), synonyms()) == (0, {})


def test_name_of_two_things_gives_no_synonym(make_live):
    make_live(Article, "heel", title="Heel pain", also_called="[sore leg, spur]")
    make_live(Article, "knee", title="Knee pain", also_called="[Sore leg]")
    seed_synonyms()
    assert synonyms() == {"spur": "Heel pain"}


def test_glossary_is_believed_before_a_page(make_live, make_term):
    make_live(Article, "heel", title="Heel pain", also_called="[plantar fasciitis]")
    make_term("plantar heel pain", "plantar fasciitis")
    seed_synonyms()
    assert synonyms() == {"plantar fasciitis": "plantar heel pain"}


def test_seeding_again_adds_nothing(make_term):
    make_term("lymphoedema", "lymphedema")
    assert [seed_synonyms(), seed_synonyms()] == [1, 0]
    assert synonyms() == {"lymphedema": "lymphoedema"}


def test_rows_of_staff_stay_as_they_are(make_term):
    make_term("physical therapist", "physio", "physiotherapist")
    Synonym.objects.create(words="physio", means="who treats you")
    Synonym.objects.create(words="physio-therapist", means="physical therapist", is_used=False)
    make_term("physio therapy", "physio-therapist")
    seed_synonyms()
    rows = Synonym.objects.exclude(words="physiotherapist")
    assert set(rows.values_list("words", "means", "is_used")) == {
        ("physio", "who treats you", True),
        ("physio-therapist", "physical therapist", False),
    }


def test_only_public_pages_give_synonyms(make_in_each_state):
    for state, item in make_in_each_state(Question).items():
        type(item).objects.filter(pk=item.pk).update(title="Heel pain", also_called=[state])
    seed_synonyms()
    assert synonyms() == {"live": "Heel pain"}
