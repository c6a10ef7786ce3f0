"""Staff write down what patients call things, and see what was searched for."""

from datetime import date

import pytest
from django.urls import reverse

from clinic_site.search.forms import NO_WORD, SAME_WORDS
from clinic_site.search.models import SearchCount, Synonym

ADD = reverse("admin:search_synonym_add")
LIST = reverse("admin:search_synonym_changelist")


def add(client, words, means="fibromyalgia"):
    return client.post(ADD, {"words": words, "means": means, "is_used": "on"})


def synonyms():
    return set(Synonym.objects.values_list("words", "means", "is_used"))


def test_words_are_kept_in_one_way(admin_client, db):
    assert add(admin_client, "  FIBRO   Myalgie ", " Fibromyalgia  and pain ").status_code == 302
    assert synonyms() == {("fibro myalgie", "Fibromyalgia and pain", True)}


def test_words_that_are_in_the_list_are_refused(admin_client, db):
    Synonym.objects.create(words="fibro", means="fibromyalgia")
    errors = add(admin_client, " Fibro", "pain").context["adminform"].errors
    assert errors == {"words": ["These words are in the list already. Change them there."]}
    assert synonyms() == {("fibro", "fibromyalgia", True)}


@pytest.mark.parametrize(
    ("words", "means", "errors"),
    [
        ("?!", "pain", {"words": [NO_WORD]}),
        ("pain", "–", {"means": [NO_WORD]}),
        ("Heel-Pain", "heel pain", {"means": [SAME_WORDS]}),
        ("", "pain", {"words": ["This field is required."]}),
    ],
)
def test_wrong_rows_are_refused_in_plain_words(admin_client, db, words, means, errors):
    assert add(admin_client, words, means).context["adminform"].errors == errors
    assert synonyms() == set()


def test_form_opens_with_the_words_of_a_link(admin_client, db):
    page = admin_client.get(ADD, {"words": "cant fly"}).content.decode()
    assert 'name="words" value="cant fly"' in page


def test_use_is_ticked_off_in_the_list(admin_client, db):
    row = Synonym.objects.create(words="fibro", means="fibromyalgia")
    form = {
        "form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "form-0-id": row.pk, "_save": "Save",
    }  # fmt: skip
    admin_client.post(LIST, form)
    assert synonyms() == {("fibro", "fibromyalgia", False)}


def test_list_is_searched_by_words_and_by_meaning(admin_client, db):
    Synonym.objects.create(words="fibro", means="fibromyalgia")
    Synonym.objects.create(words="lumbago", means="low back pain")
    for query, found in (("FIB", "fibro"), ("back", "lumbago")):
        rows = admin_client.get(LIST, {"q": query}).context["cl"].result_list
        assert [row.words for row in rows] == [found]


def test_searches_are_there_to_be_read_only(admin_client, db):
    row = SearchCount.objects.create(week=date(2026, 11, 30), words="sauna", found_nothing=3)
    address = reverse("admin:search_searchcount_change", args=[row.pk])
    assert admin_client.post(address, {"words": "pool"}).status_code == 403
    assert SearchCount.objects.get().words == "sauna"
