"""Safe by default; every variable is in .env.example and in the README, with the same default."""

import re
import stat
import subprocess
import sys

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


def test_readme_table_lists_every_variable():
    table = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert sorted(table) == sorted(variables_in_code())


def test_secret_is_made_once_and_for_its_owner_only(tmp_path):
    path = tmp_path / "var" / "secret_key"
    secret = kept_secret(path)
    assert (kept_secret(path), len(secret) >= 50) == (secret, True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def settings_with(tmp_path, **variables):
    """The values of a fresh process that has only these variables."""
    code = (
        "from clinic_site import settings as s;"
        "print(s.DEBUG, s.ALLOWED_HOSTS, s.SESSION_COOKIE_SECURE, s.SECURE_SSL_REDIRECT)"
    )
    environment = {"ENV_FILE": "/dev/null", "VAR_DIR": str(tmp_path), **variables}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    return run.stdout.strip()


def test_defaults_are_safe(tmp_path):
    assert settings_with(tmp_path) == "False ['localhost', '127.0.0.1', '[::1]'] False False"


def test_https_only_secures_cookies_and_redirects(tmp_path):
    assert settings_with(tmp_path, HTTPS_ONLY="true", ALLOWED_HOSTS="a.example,b.example") == (
        "False ['a.example', 'b.example'] True True"
    )


def test_empty_variables_of_the_example_mean_the_defaults(tmp_path):
    example = ROOT / ".env.example"
    assert settings_with(tmp_path, ENV_FILE=str(example)) == settings_with(tmp_path)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_locked_files_have_hashes_and_name_no_index(name):
    text = (ROOT / name).read_text()
    pins = re.findall(r"^[a-z0-9-]+==", text, re.MULTILINE)
    assert len(pins) > 10
    assert text.count("--hash=sha256:") > len(pins)
    assert re.findall(r"https?:|--index-url|--extra-index|--find-links|file:", text) == []
