"""Who the clinic is: one row, filled in by the clinic."""

import re

from django.core.validators import RegexValidator
from django.db import models
from django.utils.html import format_html

SITE_TITLE = "Dry needling explained"
EMERGENCY_NUMBERS = {"US": "911", "GB": "999", "EU": "112"}
PLACEHOLDER = re.compile(r"^\[.+\]$", re.DOTALL)
DETAIL = re.compile(r'<span data-clinic="(\w+)"></span>')
DETAIL_IN_TEXT = re.compile(r"\{\{\s*(\w+)\s*\}\}")


class ClinicProfile(models.Model):
    name = models.CharField(max_length=120, default="[Name of the clinic]")
    telephone = models.CharField(
        max_length=40,
        default="[Telephone number]",
        help_text="As patients dial it, with spaces where they help.",
        validators=[
            RegexValidator(
                r"^(\+?[\d ().-]{3,}|\[.+\])$",
                "Use digits, spaces, brackets, dots and hyphens, with + in front if needed.",
            )
        ],
    )
    address = models.TextField(default="[Street, town and postcode]", max_length=300)
    opening_hours = models.TextField(
        default="[Opening hours]", max_length=300, help_text="One line for each group of days."
    )
    booking_url = models.URLField(
        "booking address",
        blank=True,
        help_text="Where patients book online. Left empty, the site offers the telephone only.",
    )
    country = models.CharField(
        max_length=2,
        choices=[
            ("US", "United States (911)"),
            ("GB", "United Kingdom (999)"),
            ("EU", "Europe (112)"),
        ],
        default="GB",
        help_text="Decides the emergency number on every page.",
    )
    funding = models.TextField(
        "who pays for this site",
        default="[Who pays for this site, and any other interest]",
        max_length=400,
        help_text="Shown to patients on every page. Say that the clinic sells this treatment.",
    )

    class Meta:
        verbose_name = verbose_name_plural = "clinic profile"

    def __str__(self):
        return self.name

    @classmethod
    def current(cls):
        """The clinic's row, or the placeholders while there is none."""
        return cls.objects.first() or cls()

    @property
    def emergency_number(self):
        return EMERGENCY_NUMBERS[self.country]

    @property
    def telephone_link(self):
        """The address that dials the clinic; empty while the number is a placeholder."""
        number = re.sub(r"[^\d+]", "", self.filled_in("telephone"))
        return number and f"tel:{number}"

    def filled_in(self, name):
        """A detail as the clinic gave it; empty while it is a placeholder."""
        value = getattr(self, name)
        return "" if PLACEHOLDER.match(value) else value

    def placeholders(self):
        """Names of the fields that the clinic has yet to fill in."""
        return [
            str(field.verbose_name)
            for field in self._meta.fields
            if PLACEHOLDER.match(str(getattr(self, field.name)))
        ]

    @property
    def details(self):
        """What a text may name in double braces, and what stands there for readers."""
        return {
            "clinic_name": self.name,
            "clinic_phone": self.telephone,
            "emergency_number": self.emergency_number,
        }

    def fill_in(self, html):
        """Stored HTML with the clinic's details in their places; other names stay as they are."""
        details = {name: self._linked(name, detail) for name, detail in self.details.items()}
        return DETAIL.sub(lambda match: details.get(match[1], match[0]), html)

    def fill_in_text(self, text):
        """Plain text with the clinic's details in their places; other names stay as they are."""
        details = self.details
        return DETAIL_IN_TEXT.sub(lambda match: details.get(match[1], match[0]), text)

    def _linked(self, name, detail):
        links = {
            "clinic_phone": self.telephone_link,
            "emergency_number": f"tel:{self.emergency_number}",
        }
        if link := links.get(name):
            return format_html('<a href="{}">{}</a>', link, detail)
        return format_html("{}", detail)
