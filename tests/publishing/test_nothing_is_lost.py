"""No sequence of file edits, staff edits, imports and exports ever loses a text."""

import shutil
import tempfile
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from clinic_site.pages.models import Page
from clinic_site.publishing import editing, texts
from clinic_site.publishing.exporting import export_content
from clinic_site.publishing.importing import import_content
from clinic_site.publishing.models import Publication, Revision
from tests.conftest import LONG_AGO, text_of

WORDS = st.integers(1, 10_000).map(lambda number: f"Words number {number}.")
IS_PREFERRED = st.booleans()


class FilesAndStaff(RuleBasedStateMachine):
    """Staff and git both edit one page; the files and the admin hand texts to each other."""

    @initialize(words=WORDS)
    def start(self, words):
        self.folder = Path(tempfile.mkdtemp()).resolve()
        self.site = override_settings(CONTENT_DIR=self.folder)
        self.site.enable()
        self.file = self.folder / "pages" / "about.md"
        self.file.parent.mkdir()
        self.seen = set()
        self.edit_file(words)

    @rule(words=WORDS)
    def edit_file(self, words):
        """What git's users overwrite themselves is in git."""
        self.file.write_text(text_of(Page, body=words, published=LONG_AGO))

    @precondition(lambda self: Page.objects.exists())
    @rule(words=WORDS, is_published=st.booleans())
    def edit_as_staff(self, words, is_published):
        page = Page.objects.get()
        editing.save_draft(page, text=text_of(Page, body=words))
        self.seen.add(f"{words}\n")
        if is_published:
            editing.publish(page)

    @rule(is_preferred=IS_PREFERRED)
    def import_files(self, is_preferred):
        import_content(self.folder, prefer_file=is_preferred)
        self.seen.add(self.file_body())

    @rule(is_preferred=IS_PREFERRED)
    def export_files(self, is_preferred):
        before = self.file_body()
        export_content(self.folder, prefer_database=is_preferred)
        if self.file_body() != before:
            self.seen.add(before)

    @rule()
    def export_a_copy_elsewhere(self):
        with tempfile.TemporaryDirectory() as copy:
            export_content(copy)

    @precondition(lambda self: Page.objects.published().exists())
    @rule()
    def withdraw_as_staff(self):
        editing.withdraw(Page.objects.get())

    @invariant()
    def every_text_is_in_a_revision(self):
        bodies = {
            texts.read(Page, text).values["body"]
            for text in Revision.objects.values_list("text", flat=True)
        }
        assert self.seen <= bodies

    def file_body(self):
        return texts.read(Page, self.file.read_text()).values["body"]

    def teardown(self):
        self.site.disable()
        shutil.rmtree(self.folder, ignore_errors=True)
        for model in (Publication, Revision, Page):
            model.objects.all().delete()


@pytest.mark.django_db
def test_no_sequence_of_edits_imports_and_exports_loses_a_text():
    with transaction.atomic():
        run_state_machine_as_test(
            FilesAndStaff,
            settings=hypothesis_settings(max_examples=25, stateful_step_count=12, deadline=None),
        )
