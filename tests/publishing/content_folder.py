"""What tests do with a content folder: write files, edit as staff, read reports."""

from clinic_site.pages.models import Page
from clinic_site.publishing import editing
from tests.conftest import LONG_AGO, text_of

LIVE = {"published": LONG_AGO}


def write(folder, path, text):
    (folder / path).write_text(text, encoding="utf-8")


def page_file(folder, slug="about", **text):
    write(folder, f"pages/{slug}.md", text_of(Page, **LIVE, **text))


def outcome(report):
    return dict(report.counts), [(path.name, p.line, p.message) for path, p in report.problems]


def staff_edit(slug="about", **text):
    page = Page.objects.get(slug=slug)
    editing.save_draft(page, text=text_of(Page, **text))
    editing.publish(page)
    return page


def files_of(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
