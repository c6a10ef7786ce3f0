"""The content item, below explainers, questions and pages, and the topics that group them."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import resolve, reverse
from django.utils import timezone

from ..querysets import ContentItemQuerySet
from .addresses import FormerAddress
from .history import Publication, Revision, SignOff
from .syncing import DIGEST_LENGTH, Synced

LAST_POSITION = 1_000_000


def front_matter(*own, has_topic=True):
    """The keys of a model's front matter in their canonical order, with those of its own."""
    topic = ("topic",) if has_topic else ()
    dates = ("published", "updated", "withdrawn")
    words = ("related", "also_called", "change_note")
    return ("title", "summary", *topic, "position", *dates, "formerly", *own, *words)


class ContentItem(Synced):
    """A page of text: its fields are what readers see, its rendering is stored beside them."""

    # What a concrete model declares about itself.
    content_dir = ""
    url_name = ""
    front_matter_fields = ()
    picture_fields = ("body",)
    schema_type = "MedicalWebPage"

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
        default=0,
        validators=[MaxValueValidator(LAST_POSITION)],
        help_text="Lower numbers come first within a topic.",
    )
    published_at = models.DateTimeField("published", null=True, blank=True, editable=False)
    updated_at = models.DateTimeField("last updated", null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField("withdrawn", null=True, blank=True, editable=False)
    formerly = models.JSONField("former addresses", default=list, blank=True, editable=False)
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

    has_draft = models.BooleanField(
        "newest text is neither live nor planned", default=True, editable=False
    )

    # The rendering, made once when the text goes live.
    body_html = models.TextField(blank=True, editable=False)
    contents = models.JSONField(default=list, blank=True, editable=False)
    plain_text = models.TextField(blank=True, editable=False)
    cited = models.JSONField(default=list, blank=True, editable=False)
    linked = models.JSONField(default=list, blank=True, editable=False)
    terms = models.JSONField(default=list, blank=True, editable=False)
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
        default_permissions = ("add", "change", "delete", "view", "publish")
        # Which rows are public is told from the index, without the long texts beside it.
        indexes = [models.Index(fields=["published_at", "withdrawn_at"], name="%(class)s_public")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse(self.url_name, args=[self.slug])

    def get_changes_url(self):
        """The address of the list that tells readers what changed on the page."""
        return reverse(self.changes_url_name(), args=[self.slug])

    @classmethod
    def changes_url_name(cls):
        return cls.url_name.replace("detail", "changes")

    @classmethod
    def topic_url_name(cls):
        return cls.url_name.replace("detail", "topic")

    def clean_fields(self, exclude=None):
        """A form without the address, as of a page that was public, asks nothing about it."""
        super().clean_fields(exclude)
        if "slug" not in (exclude or ()):
            self.check_address()

    def check_address(self):
        """Refuses an address of the site itself, such as /search/, or that leads elsewhere."""
        if not self.slug:
            return
        urls = {
            self.url_name: self.get_absolute_url(),
            self.changes_url_name(): self.get_changes_url(),
        }
        if any(resolve(url).view_name != name for name, url in urls.items()):
            message = f"The address {self.slug} is taken by the site itself. Choose another one."
            raise ValidationError({"slug": message})
        moved = FormerAddress.objects.item_at(type(self), self.slug)
        if moved and moved.pk != self.pk:
            message = f"The address {self.slug} leads to “{moved}” since that page moved. "
            raise ValidationError({"slug": f"{message}Choose another one."})

    @classmethod
    def has_topic(cls):
        return "topic" in cls.front_matter_fields

    @property
    def address(self):
        """The name by which texts link to this item, such as `faq:is-dry-needling-painful`."""
        return f"{self.content_dir}:{self.slug}"

    def main_entity(self):
        """What the page as a whole is, in the words of schema.org, if it is more than a text."""
        return None

    @property
    def kind(self):
        """What the site calls this sort of page: explainer, question or page."""
        return self._meta.verbose_name

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


def reading_order(name):
    """The indexes of a model with topics: what is next within one is found without its rows."""
    order = models.Index(fields=["topic", "position", "title"], name=f"{name}_reading_order")
    return [*ContentItem.Meta.indexes, order]


class Topic(Synced):
    """A heading under which items are listed."""

    slug = models.SlugField("address", max_length=100, unique=True)
    title = models.CharField(max_length=80)
    summary = models.CharField(
        max_length=160, blank=True, help_text="One sentence on what is found here."
    )
    position = models.PositiveIntegerField(
        default=0,
        validators=[MaxValueValidator(LAST_POSITION)],
        help_text="Lower numbers come first.",
    )

    key_field = "slug"
    entry_fields = ("title", "summary", "position")

    class Meta:
        abstract = True
        ordering = ["position", "title"]

    def __str__(self):
        return self.title
