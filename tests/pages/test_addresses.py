"""No plain page takes an address of the site itself."""

import pytest
from django.core.exceptions import ValidationError

from clinic_site.pages.models import Page


@pytest.mark.parametrize("slug", ["a-to-z", "glossary", "topics", "search", "articles", "faq"])
def test_address_of_the_site_itself_is_refused(db, slug):
    with pytest.raises(ValidationError, match="taken by the site itself"):
        Page(slug=slug).check_address()


@pytest.mark.parametrize("slug", ["a-to-zebra", "glossary-2"])
def test_address_that_is_free_is_not(db, slug):
    Page(slug=slug).check_address()
