"""The editor's cheat sheet: each example of the editors' guide beside what it becomes."""

import re
from dataclasses import replace
from functools import cache
from textwrap import dedent

from django.conf import settings
from django.shortcuts import render as render_template
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from .facts import current_facts
from .previewing import may_edit, shown
from .rendering import render
from .toolbar import BOXES

GUIDE = settings.BASE_DIR / "content" / "README.md"
_SECTION = re.compile(r"^## (.+)\n((?:(?!## ).*\n?)*)", re.MULTILINE)
_EXAMPLE = re.compile(r"(?:^    .*\n(?:\n(?=    ))?)+", re.MULTILINE)
_CITED = re.compile(r"@(\w+)")


@require_GET
@cache_control(no_store=True)
def cheat_sheet(request):
    """A fragment of HTML in every case, as the editor puts it into its page."""
    if not may_edit(request.user):
        return render_template(request, "markdownx/no_preview.html", status=403)
    facts = current_facts()
    sections = [
        (title, [(source, _becomes(source, facts)) for source in sources])
        for title, sources in examples().items()
    ]
    return render_template(request, "markdownx/cheat_sheet.html", {"sections": sections})


@cache
def examples():
    """The sources of the guide's examples by their section, and a whole box of each kind."""
    guide = GUIDE.read_text(encoding="utf-8")
    found = {
        title: [dedent(example).rstrip() for example in _EXAMPLE.findall(text)]
        for title, text in _SECTION.findall(guide)
    }
    found["Boxes"] = [box.source for box in BOXES]
    return {title: sources for title, sources in found.items() if sources}


def _becomes(source, facts):
    """The rendering; the pages and sources of an example need not exist."""
    cited = dict.fromkeys(_CITED.findall(source))
    facts = replace(facts, references=cited, item_url=lambda address: f"/{address}/")
    return shown(render(source, facts))
