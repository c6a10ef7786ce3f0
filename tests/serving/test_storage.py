"""Collected scripts load each other by their hashed names."""

import re

import pytest
from django.core.files.storage import storages
from django.core.management import call_command

STORAGES = {"staticfiles": {"BACKEND": "clinic_site.serving.storage.StaticFiles"}}
LOADED = re.compile(r'^import[^"]+"\./(.+?)";', re.MULTILINE)


@pytest.fixture
def static_root(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {**settings.STORAGES, **STORAGES}
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_every_script_of_the_editor_loads_hashed_ones(static_root):
    entry = static_root / storages["staticfiles"].stored_name("js/editor.js")
    seen, waiting = set(), [entry]
    while waiting:
        script = waiting.pop()
        seen.add(script)
        loaded = {script.parent / name for name in LOADED.findall(script.read_text())}
        waiting += loaded - seen
    names = [script.name for script in seen]
    assert [name for name in names if not re.search(r"\.[0-9a-f]{12}\.js$", name)] == []
    assert len(names) == 1 + len(list((static_root / "js" / "editor").glob("*.js"))) / 2
