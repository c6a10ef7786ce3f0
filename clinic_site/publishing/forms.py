"""The admin's form of an item: what is typed becomes a text, and nothing is saved past it."""

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError

from .checking import render_item
from .editing import KEPT
from .facts import current_facts
from .form_merging import merge_form, readable_values
from .widgets import MarkdownEditor

CHANGED_MEANWHILE = (
    "Nothing is saved yet, and nothing is lost: this page changed after you opened it. "
    "Read what changed, look at the text below, then save again."
)
BOTH_CHANGED = (
    "Nothing is saved yet, and nothing is lost: words that you changed are different in a text "
    "saved after you opened this page. Choose what the page should say, tick the box below the "
    "choices, then save again."
)
DELETED_MEANWHILE = (
    "Nothing is saved yet, and nothing is lost: somebody deleted this page after you opened it. "
    "To make a new page of the text below, save it again."
)
ADDRESS_CHANGED_MEANWHILE = (
    "A colleague changed the address to {} after you opened this page. "
    "Write that one, or save yours again."
)
OTHER_LOGIN = (
    "Nothing is saved yet, and nothing is lost: somebody else logged in here after this page was "
    "opened. Save again to save the text under the name of {}, or log in as yourself first."
)
MERGE_MEDIA = forms.Media(
    css={"all": ["css/admin-compare.css", "css/admin-merge.css"]},
    js=[forms.Script("js/merge.js", type="module")],
)


class ContentItemForm(forms.ModelForm):
    note = forms.CharField(
        max_length=200,
        required=False,
        widget=AdminTextInputWidget,
        help_text="For colleagues: why you made this change. Readers do not see it.",
    )
    # The revision that was opened, and a newer one that the person has looked at since.
    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)
    looked_at = forms.IntegerField(required=False, widget=forms.HiddenInput)
    # Written by the template, anew each time the form is shown.
    opened_by = forms.IntegerField(required=False, widget=forms.HiddenInput)
    merge = None
    # Who is logged in, and gets the text under their name.
    user = None

    class Meta:
        widgets = {"body": MarkdownEditor}

    def __init__(self, *args, instance=None, **kwargs):
        """Shows the newest draft, which may be ahead of what readers see."""
        self.draft = instance and instance.pk and instance.latest_revision
        if self.draft:
            self._show(instance)
            kwargs["initial"] = {"based_on": self.draft.pk, **(kwargs.get("initial") or {})}
        super().__init__(*args, instance=instance, **kwargs)
        if self.draft and "slug" in self.fields:
            self.fields["slug"].show_hidden_initial = True

    def _show(self, instance):
        for name, value in readable_values(type(instance), self.draft).items():
            if name not in KEPT:
                setattr(instance, name, value)

    @property
    def media(self):
        return super().media + MERGE_MEDIA if self.merge else super().media

    def clean_slug(self):
        """In no text and so not merged: who did not touch it keeps what a colleague made of it."""
        mine, theirs = self.cleaned_data["slug"], self.instance.slug
        opened = self.data.get(self["slug"].html_initial_name, theirs)
        if not self.draft or theirs in (opened, mine):
            return mine
        self._show_address(theirs if mine == opened else mine, opened=theirs)
        if mine != opened:
            raise ValidationError(ADDRESS_CHANGED_MEANWHILE.format(theirs))
        return theirs

    def _show_address(self, slug, *, opened):
        self.data = self.data.copy()
        self.data[self["slug"].html_name] = slug
        self.data[self["slug"].html_initial_name] = opened

    def clean_opened_by(self):
        """On a computer that several share, nobody's words become those of another."""
        opened_by = self.cleaned_data["opened_by"]
        if self.user and opened_by not in (None, self.user.pk):
            self.add_error(None, OTHER_LOGIN.format(self.user.get_full_name() or self.user))
        return opened_by

    def clean(self):
        opened = self.cleaned_data.get("looked_at") or self.cleaned_data.get("based_on")
        if self.draft:
            self._refuse_to_save_past(self._newest(), opened)
        elif opened:
            self.data = self.data.copy()
            self.data["based_on"] = ""
            raise ValidationError(DELETED_MEANWHILE)
        return super().clean()

    def _newest(self):
        """Of two saves at one moment, the later one waits here and then finds the other."""
        type(self.instance).objects.select_for_update().get(pk=self.instance.pk)
        return self.instance.latest_revision

    def _refuse_to_save_past(self, newest, opened):
        """Both texts are put together, and saved only when the person has seen what is new."""
        if opened == newest.pk:
            return
        merge = merge_form(self, self.instance.revisions.filter(pk=opened).first(), newest)
        if merge.has_news or self.instance.state == "Withdrawn":
            self.merge = merge
            self.data = merge.fill(self.data)
            raise ValidationError(BOTH_CHANGED if merge.touching else CHANGED_MEANWHILE)

    def _post_clean(self):
        super()._post_clean()
        if self.is_publishing and not self.errors:
            for name, problem in render_item(self.instance, current_facts()):
                self.add_error(name, f"Line {problem.line}: {problem.message}")

    @property
    def is_publishing(self):
        return "_publish" in self.data
