"""Safe by default; every variable is in .env.example and in the README, with the same default."""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from clinic_site.settings import kept_secret

ROOT = settings.BASE_DIR
SOURCE = (ROOT / "clinic_site" / "settings.py").read_text()
INTERNAL = {"ENV_FILE"}


def variables_in_code():
    return set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', SOURCE)) - INTERNAL


def test_env_example_lists_every_variable_with_a_comment():
    lines = (ROOT / ".env.example").read_text().splitlines()
    assigned = [index for index, line in enumerate(lines) if re.match(r"[A-Z_]+=", line)]
    assert {lines[index].split("=")[0] for index in assigned} == variables_in_code()
    assert all(lines[index - 1].startswith("# ") for index in assigned)


def readme_defaults():
    """The variables of the README's table with its third column."""
    rows = r"^\| `([A-Z_]+)` \| [^|]+ \| ([^|]+) \|$"
    return dict(re.findall(rows, (ROOT / "README.md").read_text(), re.MULTILINE))


def test_readme_table_lists_every_variable():
    assert sorted(readme_defaults()) == sorted(variables_in_code())


def test_secret_is_made_once_and_for_its_owner_only(tmp_path):
    path = tmp_path / "secret_key"
    secret = kept_secret(path)
    assert (kept_secret(path), len(secret) >= 50) == (secret, True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_empty_file_of_a_crash_is_no_secret(tmp_path):
    path = tmp_path / "secret_key"
    path.touch()
    assert len(kept_secret(path)) >= 50
    assert kept_secret(path) == path.read_text()


def test_secret_of_the_process_that_was_first_is_everybodys(tmp_path, monkeypatch):
    path = tmp_path / "secret_key"

    def link_after_another(source, target):
        path.write_text("the secret of the other")
        raise FileExistsError

    monkeypatch.setattr(os, "link", link_after_another)
    assert kept_secret(path) == "the secret of the other"


@pytest.fixture
def settings_with(tmp_path):
    """The settings of a fresh process, from a copy of the module, with these variables only."""
    copied = tmp_path / "site" / "clinic_site" / "settings.py"
    copied.parent.mkdir(parents=True)
    copied.write_text(SOURCE)
    code = (
        "import json; from clinic_site import settings as s;"
        "print(json.dumps({n: v for n, v in vars(s).items() if n.isupper()}, default=str))"
    )

    def run(**variables):
        process = subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path / "site",
            env=variables,
            capture_output=True,
            text=True,
        )
        assert process.stderr == ""
        return json.loads(process.stdout)

    return run


def test_defaults_are_safe(settings_with):
    values = settings_with()
    assert values["DEBUG"] is False
    assert values["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert values["SESSION_COOKIE_SECURE"] is False
    assert values["SECURE_SSL_REDIRECT"] is False
    assert values["SECURE_HSTS_SECONDS"] == 0


def test_https_only_secures_this_host_and_no_other(settings_with):
    values = settings_with(HTTPS_ONLY="true")
    assert values["SESSION_COOKIE_SECURE"] is True
    assert values["CSRF_COOKIE_SECURE"] is True
    assert values["SECURE_SSL_REDIRECT"] is True
    assert values["SECURE_HSTS_SECONDS"] > 0
    assert {"SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_PRELOAD"} & set(values) == set()


def test_blanks_in_lists_do_not_matter(settings_with):
    values = settings_with(
        ALLOWED_HOSTS=" a.example, b.example ,", CSRF_TRUSTED_ORIGINS="https://a.example, "
    )
    assert values["ALLOWED_HOSTS"] == ["a.example", "b.example"]
    assert values["CSRF_TRUSTED_ORIGINS"] == ["https://a.example"]


def test_empty_variables_of_the_example_mean_the_defaults(settings_with):
    assert settings_with(ENV_FILE=str(ROOT / ".env.example")) == settings_with()


@pytest.mark.parametrize("name", ["TIME_ZONE", "LANGUAGE_CODE", "VAR_DIR", "CONTENT_DIR"])
def test_empty_variable_means_the_default(settings_with, name):
    assert settings_with(**{name: ""}) == settings_with()


def test_readme_tells_the_defaults_of_the_code(settings_with):
    defaults = settings_with()
    var = defaults["VAR_DIR"]
    in_words = {
        "none": "",
        "made once, kept in `var/secret_key`": Path(var, "secret_key").read_text(),
        "SQLite in `var/`": f"sqlite:///{var}/clinic.sqlite3",
        "memory of each process": "locmemcache://",
    }
    told = {name: in_words.get(text, text.strip("`")) for name, text in readme_defaults().items()}
    assert settings_with(**told) == defaults


def test_var_dir_is_made_for_its_owner_only(settings_with, tmp_path):
    settings_with(VAR_DIR=str(tmp_path / "new" / "var"), SECRET_KEY="from outside")
    assert stat.S_IMODE((tmp_path / "new" / "var").stat().st_mode) == 0o700
    assert list((tmp_path / "new" / "var").iterdir()) == []


def test_relative_folders_are_beside_the_site(settings_with, tmp_path):
    values = settings_with(VAR_DIR="data", CONTENT_DIR="../texts")
    assert values["VAR_DIR"] == str(tmp_path / "site" / "data")
    assert values["CONTENT_DIR"] == str(tmp_path / "texts")


def test_options_of_the_database_address_win_over_ours(settings_with):
    ours = settings_with()["DATABASES"]["default"]
    assert (ours["CONN_MAX_AGE"], ours["CONN_HEALTH_CHECKS"]) == (None, True)
    given = settings_with(DATABASE_URL="sqlite:////tmp/a.sqlite3?timeout=5")["DATABASES"]["default"]
    assert given["OPTIONS"] == ours["OPTIONS"] | {"timeout": 5}
    address = "postgres://u:p@db.example/clinic?sslmode=require"
    assert settings_with(DATABASE_URL=address)["DATABASES"]["default"]["OPTIONS"] == {
        "sslmode": "require"
    }


@pytest.mark.parametrize("debug", ["true", "false"])
def test_errors_are_written_once_to_stderr(tmp_path, debug):
    code = (
        "import django, logging; django.setup();"
        "logging.getLogger('django.request').error('Internal Server Error: /a/');"
        "logging.getLogger('granian').info('a detail')"
    )
    process = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={
            "DJANGO_SETTINGS_MODULE": "clinic_site.settings",
            "ENV_FILE": "/dev/null",
            "VAR_DIR": str(tmp_path),
            "DEBUG": debug,
        },
        capture_output=True,
        text=True,
    )
    [line] = process.stderr.splitlines()
    assert line.endswith(" ERROR django.request: Internal Server Error: /a/")


@pytest.mark.parametrize(
    ("env_file", "folder"),
    [(None, "var"), ("VAR_DIR=\n", "var"), ("DEBUG=false\nVAR_DIR=data\n", "data")],
)
@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
def test_make_looks_for_static_files_where_the_settings_put_them(tmp_path, env_file, folder):
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "static").mkdir()
    if env_file is not None:
        (tmp_path / ".env").write_text(env_file)
    rules = subprocess.run(
        ["make", "--print-data-base", "--dry-run", "help"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
    ).stdout
    assert re.findall(r"^(\S+)/static/staticfiles\.json:", rules, re.MULTILINE) == [folder]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_locked_files_have_hashes_and_name_no_index(name):
    text = (ROOT / name).read_text()
    pins = re.findall(r"^[a-z0-9-]+==", text, re.MULTILINE)
    assert len(pins) > 10
    assert text.count("--hash=sha256:") > len(pins)
    assert re.findall(r"https?:|--index-url|--extra-index|--find-links|file:", text) == []
