"""The start of the server: what is wrong with a port is said in one sentence."""

import socket
import sys
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command

from clinic_site.serving.management.commands.serve import Command, port_problem, server_command


def test_busy_port_names_the_remedy():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        problem = port_problem("127.0.0.1", port)
    assert problem == f"Port {port} is in use. Choose another one, such as `make run PORT=8001`."


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1"])
def test_what_is_no_port_is_refused(port):
    problem = f"PORT={port} is not a port. Use a number from 1 to 65535."
    assert port_problem("127.0.0.1", port) == problem
    with pytest.raises(SystemExit) as stopped:
        call_command("serve", port=port)
    assert stopped.value.code == problem


def test_free_port_is_accepted():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert port_problem("127.0.0.1", str(port)) == ""


def test_server_runs_the_wsgi_application_in_this_environment():
    command = server_command("127.0.0.1", "8000", 2)
    assert command[0] == sys.executable
    assert command[2:5] == [
        "clinic_site.wsgi:application",
        f"--working-dir={settings.BASE_DIR}",
        "--interface=wsgi",
    ]


@pytest.mark.django_db
def test_missing_content_folder_does_not_stop_the_start(settings, tmp_path):
    settings.CONTENT_DIR = tmp_path / "away"
    command = Command(stderr=StringIO())
    command.import_texts()
    assert command.stderr.getvalue() == (
        f"There is no file or folder {settings.CONTENT_DIR}. Check the path.\n"
    )


@pytest.mark.django_db
def test_wrong_text_does_not_stop_the_start(settings, tmp_path):
    settings.CONTENT_DIR = tmp_path
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "about.md").write_text("No front matter.")
    command = Command(stdout=StringIO(), stderr=StringIO())
    command.import_texts()
    assert command.stderr.getvalue().endswith(
        "The texts named above were left out; the site starts without them.\n"
    )
