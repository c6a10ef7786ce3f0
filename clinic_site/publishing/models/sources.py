"""What texts refer to: sources by key, glossary terms by word."""

from django.db import models

from .syncing import Synced


class Reference(Synced):
    """A source that texts cite by its key."""

    key = models.CharField(
        max_length=60, unique=True, help_text="The name in citations, such as Boyce2020."
    )
    authors = models.JSONField(default=list, blank=True, help_text="One a line, such as Boyce D.")
    year = models.PositiveIntegerField(null=True, blank=True)
    title = models.TextField()
    journal = models.CharField("journal or publisher", max_length=200, blank=True)
    volume = models.CharField("volume, issue and pages", max_length=100, blank=True)
    doi = models.CharField("DOI", max_length=100, blank=True)
    pmid = models.CharField("PubMed ID", max_length=20, blank=True)
    url = models.URLField("address", max_length=300, blank=True)

    key_field = "key"
    entry_file = "references.yaml"
    entry_fields = ("authors", "year", "title", "journal", "volume", "doi", "pmid", "url")

    class Meta:
        ordering = ["key"]

    def __str__(self):
        return self.key

    @property
    def link(self):
        """Where readers find it; empty when nobody wrote that down."""
        return self.url or (f"https://doi.org/{self.doi}" if self.doi else "")


class Term(Synced):
    """A word whose plain meaning is shown where a page first uses it."""

    slug = models.SlugField("address", max_length=100, unique=True)
    term = models.CharField(max_length=80, unique=True)
    meaning = models.CharField(max_length=300, help_text="One or two plain sentences.")
    other_spellings = models.JSONField(default=list, blank=True, help_text="One a line.")

    key_field = "slug"
    entry_file = "glossary.yaml"
    entry_fields = ("term", "meaning", "other_spellings")

    class Meta:
        ordering = ["term"]

    def __str__(self):
        return self.term
