"""The content item, its revisions, its publications, its sign-offs and what texts refer to."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils import timezone

from .querysets import AboutItemQuerySet, ContentItemQuerySet, PublicationQuerySet

DIGEST_LENGTH = 64


class Synced(models.Model):
    """A row with a text of its own in the content folder."""

    synced_digest = models.CharField(
        "digest of the text that file and row last agreed on",
        max_length=DIGEST_LENGTH,
        blank=True,
        editable=False,
    )

    class Meta:
        abstract = True


class ContentItem(Synced):
    """A page of text: its fields are what readers see, its rendering is stored beside them."""

    # What a concrete model declares about itself.
    content_dir = ""
    url_name = ""
    front_matter_fields = (
        "title",
        "summary",
        "position",
        "published",
        "updated",
        "withdrawn",
        "related",
        "also_called",
        "change_note",
    )

    title = models.CharField(
        max_length=120, help_text="The heading of the page, as a patient would ask or say it."
    )
    slug = models.SlugField(
        "address",
        max_length=100,
        unique=True,
        help_text="The last part of the page's address, and the name of its file.",
    )
    summary = models.CharField(
        max_length=160,
        help_text="One or two sentences: the lead of the page, its text in lists "
        "and what search engines show.",
    )
    body = models.TextField("text", help_text="Markdown, starting at headings of the second level.")
    position = models.PositiveIntegerField(
        default=0, help_text="Lower numbers come first within a topic."
    )
    published_at = models.DateTimeField("published", null=True, blank=True, editable=False)
    updated_at = models.DateTimeField("last updated", null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField("withdrawn", null=True, blank=True, editable=False)
    related = models.JSONField(
        default=list,
        blank=True,
        help_text="Addresses of related items, one a line, such as faq:is-dry-needling-painful.",
    )
    also_called = models.JSONField(
        default=list, blank=True, help_text="Other words that patients use for this, one a line."
    )
    change_note = models.CharField(
        max_length=200,
        blank=True,
        help_text="What changed for readers, and why. Shown beside the date of the last update.",
    )

    # The rendering, made once when the text goes live.
    body_html = models.TextField(blank=True, editable=False)
    contents = models.JSONField(default=list, blank=True, editable=False)
    plain_text = models.TextField(blank=True, editable=False)
    cited = models.JSONField(default=list, blank=True, editable=False)
    linked = models.JSONField(default=list, blank=True, editable=False)
    rendered_with = models.CharField(
        "digest of the sources, terms, drawings and code of the rendering",
        max_length=DIGEST_LENGTH,
        blank=True,
        editable=False,
    )
    words_digest = models.CharField(max_length=DIGEST_LENGTH, blank=True, editable=False)

    objects = ContentItemQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position", "title"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse(self.url_name, args=[self.slug])

    @classmethod
    def has_topic(cls):
        return "topic" in cls.front_matter_fields

    @property
    def address(self):
        """The name by which texts link to this item, such as `faq:is-dry-needling-painful`."""
        return f"{self.content_dir}:{self.slug}"

    @property
    def is_live(self):
        return type(self).objects.published().filter(pk=self.pk).exists()

    @property
    def is_planned(self):
        return self.published_at is not None and self.published_at > timezone.now()

    @property
    def state(self):
        """Where the item stands for readers, in words for staff."""
        now = timezone.now()
        if self.published_at is None:
            return "Draft"
        if self.withdrawn_at and self.withdrawn_at <= now:
            return "Withdrawn"
        return "Planned" if self.published_at > now else "Live"

    @property
    def last_changed_at(self):
        return self.updated_at or self.published_at

    @property
    def revisions(self):
        return Revision.objects.about(self)

    @property
    def publications(self):
        return Publication.objects.about(self)

    @property
    def latest_revision(self):
        return self.revisions.filter(is_conflict=False).order_by("-pk").first()

    @property
    def valid_sign_off(self):
        """The newest sign-off of exactly the words that readers see, or None."""
        return (
            SignOff.objects.about(self)
            .filter(digest=self.words_digest)
            .order_by("-signed_on", "-pk")
            .first()
        )

    def text_at(self, moment):
        """What the page said at a moment of the past; None while it was not public."""
        publication = self.publications.in_force(moment).first()
        return publication.revision.text if publication and publication.revision else None


class Topic(Synced):
    """A heading under which items are listed."""

    slug = models.SlugField("address", max_length=100, unique=True)
    title = models.CharField(max_length=80)
    summary = models.CharField(
        max_length=160, blank=True, help_text="One sentence on what is found here."
    )
    position = models.PositiveIntegerField(default=0, help_text="Lower numbers come first.")

    key_field = "slug"
    entry_fields = ("title", "summary", "position")

    class Meta:
        abstract = True
        ordering = ["position", "title"]

    def __str__(self):
        return self.title


class AboutItem(models.Model):
    """A row that belongs to an item of any content model, and outlives it."""

    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey()

    class Meta:
        abstract = True


class Revision(AboutItem):
    """A text of an item as somebody saved it; never changed, never deleted."""

    text = models.TextField()
    digest = models.CharField(max_length=DIGEST_LENGTH)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    note = models.CharField(max_length=200, blank=True)
    is_conflict = models.BooleanField(
        default=False, help_text="The other side's text, kept when file and database disagreed."
    )

    objects = AboutItemQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["content_type", "object_id", "-id"], name="revision_item")]

    def __str__(self):
        return f"{self.created_at:%d %B %Y %H:%M} {self.note}".rstrip()


class Publication(AboutItem):
    """A moment at which an item goes live with a revision, or is withdrawn (no revision)."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, null=True)
    at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [
            models.Index(fields=["content_type", "object_id", "at"], name="publication_item"),
            models.Index(
                fields=["at"],
                condition=models.Q(applied_at=None),
                name="publication_planned",
            ),
        ]

    def __str__(self):
        return f"{'published' if self.revision_id else 'withdrawn'} {self.at:%d %B %Y %H:%M}"


class SignOff(AboutItem):
    """A clinician's word for the words of an item, and for no others."""

    digest = models.CharField("digest of the words", max_length=DIGEST_LENGTH)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    reviewer_name = models.CharField(max_length=120)
    credentials = models.CharField(
        max_length=120, help_text="As readers should see them, such as a degree and a licence."
    )
    signed_on = models.DateField()
    due_on = models.DateField("next review due")

    objects = AboutItemQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["content_type", "object_id", "digest"], name="signoff_item")
        ]

    def __str__(self):
        return f"{self.reviewer_name}, {self.signed_on:%d %B %Y}"


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
