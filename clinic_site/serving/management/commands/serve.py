"""Starts the production server, and says where the site is."""

import errno
import os
import socket
import sys
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

HIGHEST_PORT = 65535


class Command(BaseCommand):
    help = "Starts the site under granian, one process a core."

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", default="8000")
        parser.add_argument(
            "--workers", type=int, default=os.cpu_count() or 1, help="Server processes."
        )
        parser.add_argument(
            "--prepare", action="store_true", help="Migrate and import the content folder first."
        )

    def handle(self, *, host, port, workers, prepare, **options):
        if problem := port_problem(host, port):
            raise SystemExit(problem)
        if prepare:
            call_command("migrate", verbosity=0)
            self.import_texts()
            call_command("seed_synonyms", stdout=self.stdout)
            call_command("make_renditions", stdout=self.stdout)
            call_command("draw_cards", stdout=self.stdout, stderr=self.stderr)
        self.stdout.write(f"The site is at http://{host}:{port} (stop it with Ctrl+C).")
        has_staff = get_user_model().objects.filter(is_staff=True).exists()
        hint = "Log in" if has_staff else "Make a staff login with `make admin`, then log in"
        self.stdout.write(f"{hint} at http://{host}:{port}/admin/")
        self.stdout.flush()
        os.execv(sys.executable, server_command(host, port, workers))

    def import_texts(self):
        try:
            call_command("import_content", stdout=self.stdout, stderr=self.stderr)
        except SystemExit:
            self.stderr.write("The texts named above were left out; the site starts without them.")
        except CommandError as error:
            self.stderr.write(str(error))


def port_problem(host, port):
    """Why nothing can listen there, in one sentence with the remedy; empty when it can."""
    if not port.isdigit() or not 0 < int(port) <= HIGHEST_PORT:
        return f"PORT={port} is not a port. Use a number from 1 to {HIGHEST_PORT}."
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except OSError as error:
            return _reason(error, port)
    return ""


def server_command(host, port, workers):
    """The command line of the server; each worker handles one request at a time."""
    granian = Path(sys.executable).with_name("granian")
    return [
        sys.executable,
        str(granian),
        "clinic_site.wsgi:application",
        f"--working-dir={settings.BASE_DIR}",
        "--interface=wsgi",
        f"--host={host}",
        f"--port={port}",
        f"--workers={workers}",
        "--blocking-threads=1",
        "--no-ws",
        "--respawn-failed-workers",
        "--log-level=warning",
    ]


def _reason(error, port):
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use. Choose another one, such as `make run PORT=8001`."
    if error.errno == errno.EACCES:
        return f"You may not use port {port}. Choose one above 1023, such as 8000."
    return f"The site cannot listen on port {port}: {error.strerror}."
