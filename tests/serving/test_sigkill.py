"""The server is killed in the middle of saves and publications: what it acknowledged is there."""

import queue
import re
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

from clinic_site.pages.models import Page

from . import report
from .running_site import Gone

SAVES_AND_PUBLICATIONS = 200
KILLS = 4
WRITERS = 3
PAGES_OF_EACH = 2
SECTIONS = "## What to do\n\nYou can rest.\n\n" * 20
PAGE = re.compile(r"/admin/pages/page/\d+/")


class Writer:
    """Saves and publishes pages of their own, and notes each text that the site took."""

    def __init__(self, site, number):
        self.site, self.number, self.random = site, number, Random(number)
        self.slug_of_page, self.saved, self.published = {}, [], []
        self.texts = 0

    def add_page(self, slug):
        address = self._save("/admin/pages/page/add/", slug)
        self.slug_of_page[PAGE.match(address)[0]] = slug

    def write(self, answers):
        """Until the server is gone."""
        try:
            while True:
                page, slug = self.random.choice([*self.slug_of_page.items()])
                self._save(f"{page}change/", slug)
                answers.put("saved")
                self._publish(page)
                answers.put("published")
        except Gone:
            pass
        finally:
            answers.put(None)

    def _save(self, path, slug):
        self.texts += 1
        body = f"Writer {self.number} wrote text {self.texts}.\n\n{SECTIONS}"
        words = {"title": f"Text {self.texts}", "summary": "What it is.", "body": body}
        address = self.site.submit(path, slug=slug, position=0, **words)
        self.saved.append(f"{body.strip()}\n")
        return address

    def _publish(self, page):
        self.site.submit(f"{page}publish/", when="now")
        self.published.append(self.saved[-1])


def write_until(site, writers, count):
    """Lets all write at once, and kills the server after so many answers."""
    answers = queue.Queue()
    with ThreadPoolExecutor() as pool:
        writing = [pool.submit(writer.write, answers) for writer in writers]
        # A writer who stops early gives None, and result() says why.
        all(answers.get() for _ in range(count))
        site.kill()
    for end in writing:
        end.result()


def all_of(writers, name):
    return [text for writer in writers for text in getattr(writer, name)]


TAMPERED = [
    lambda page: Page.objects.update(body_html="<p>Other words.</p>"),
    lambda page: Page.objects.update(body="Other words."),
    lambda page: Page.objects.update(words_digest="another"),
    lambda page: page.publications.all().delete(),
    lambda page: page.revisions.update(text=page.latest_revision.text + "More."),
]


@pytest.mark.parametrize("tamper", TAMPERED)
def test_report_sees_what_is_half_done(make_live, tamper):
    page = make_live(Page, "about")
    assert (report.is_half_saved(page), report.is_half_published(page)) == (False, False)
    tamper(page)
    page.refresh_from_db()
    assert report.is_half_saved(page) or report.is_half_published(page)


def test_report_sees_a_draft_that_was_never_published_and_yet_rendered(make_draft):
    page = make_draft(Page, "about")
    assert not report.is_half_published(page)
    page.body_html = "<p>Words.</p>"
    assert report.is_half_published(page)


def test_killed_server_keeps_every_acknowledged_text_and_publishes_none_by_half(site):
    random = Random(2026)
    writers = [Writer(site, number) for number in range(WRITERS)]
    for writer in writers:
        for number in range(PAGES_OF_EACH):
            writer.add_page(f"page-{writer.number}-{number}")
    for _ in range(KILLS):
        share = SAVES_AND_PUBLICATIONS // KILLS
        write_until(site, writers, share + random.randrange(10))
        site.start()
    found = site.report()
    saved, published = all_of(writers, "saved"), all_of(writers, "published")
    assert len(saved) + len(published) >= SAVES_AND_PUBLICATIONS
    assert [text for text in saved if text not in found["saved"]] == []
    assert [text for text in published if text not in found["published"]] == []
    assert (found["half_saved"], found["half_published"]) == ([], [])
    assert found["integrity"] == "ok"
    database = {"clinic.sqlite3", "clinic.sqlite3-shm", "clinic.sqlite3-wal"}
    kept = {*database, "media", "secret_key", "static"}
    assert {path.name for path in site.var_dir.iterdir()} - kept == set()
