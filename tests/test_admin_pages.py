"""Every model of the admin: its list, its empty form and the form of a row open."""

from datetime import date

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from articles.models import Article
from clinic_site.images.models import Picture
from clinic_site.pages.models import Page
from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing.models import Reference, Term
from clinic_site.search.models import SearchCount, Synonym
from faq.models import Question

# The one row of these models is reached without a list.
WITHOUT_LIST = {ClinicProfile}
# Rows of these are made by the site itself.
WITHOUT_FORM = {SearchCount}


@pytest.fixture
def rows(make_live):
    for model in (Article, Page, Question):
        make_live(model, "a-page")
    ClinicProfile.objects.create()
    Picture.objects.create(
        file="pictures/a.webp", name="a.webp", alt_text="A room", width=4, height=3
    )
    Reference.objects.create(key="cotchett-2014", title="A trial")
    Term.objects.create(slug="knot", term="knot", meaning="A tight spot.")
    Synonym.objects.create(words="fibro", means="fibromyalgia")
    SearchCount.objects.create(week=date(2026, 11, 30), words="sauna")


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def opened(client, url):
    """Status, and the address where a redirect leads."""
    response = client.get(url)
    return response.status_code, response.headers.get("Location")


each_model = pytest.mark.parametrize(
    "model", admin.site._registry, ids=lambda model: model._meta.label
)


@each_model
def test_empty_form_opens(model, admin_client):
    status = 403 if model in WITHOUT_FORM else 200
    assert opened(admin_client, address(model, "add")) == (status, None)


@each_model
def test_list_and_row_open(model, admin_client, rows):
    row = address(model, "change", model.objects.latest("pk").pk)
    in_list = (302, row) if model in WITHOUT_LIST else (200, None)
    assert opened(admin_client, address(model, "changelist")) == in_list
    assert opened(admin_client, row) == (200, None)


def test_form_from_before_a_new_login_says_in_plain_words_what_to_do(admin_user):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    response = client.post(address(Article, "add"))
    assert response.status_code == 403
    assert "Go back, load the page again, and repeat what you did." in response.content.decode()
