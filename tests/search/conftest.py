import pytest

from clinic_site.search import catalogue


@pytest.fixture(autouse=True)
def new_catalogue():
    """Nothing that another test published is suggested."""
    catalogue.entries_in.cache_clear()
    catalogue.known_words_in.cache_clear()
