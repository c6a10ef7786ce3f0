"""What patients call things, and what they looked for without finding it."""

from django.db import models


class Synonym(models.Model):
    """Words of patients, and the words of the site that are searched for too."""

    words = models.CharField(
        max_length=80, unique=True, help_text="What patients type, such as pins and needles."
    )
    means = models.CharField(
        max_length=120, help_text="What the site calls it; pages with these words are found too."
    )
    is_used = models.BooleanField("used", default=True)

    class Meta:
        ordering = ["words"]

    def __str__(self):
        return f"{self.words} means {self.means}"


class SearchCount(models.Model):
    """How often the same words were searched for in a week, and what came of it."""

    week = models.DateField(help_text="Its Monday.")
    words = models.CharField(max_length=100)
    found_nothing = models.PositiveIntegerField(default=0)
    shown = models.PositiveIntegerField("results shown", default=0)
    opened = models.PositiveIntegerField("results opened", default=0)

    class Meta:
        default_permissions = ("view",)
        ordering = ["-week", "words"]
        constraints = [models.UniqueConstraint(fields=["week", "words"], name="search_count_once")]

    def __str__(self):
        return f"{self.words} ({self.week:%d %B %Y})"
