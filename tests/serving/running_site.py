"""A site of its own, started as in production, that a test can write to and kill."""

import http.client
import json
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from urllib.parse import urlencode

from django.conf import settings

PASSWORD = secrets.token_urlsafe()
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
ERRORS = re.compile(r'class="errorlist.*?</ul>', re.DOTALL)
SECONDS_TO_START = SECONDS_TO_ANSWER = 60


class Gone(Exception):
    """The server died before it answered."""


class Site:
    def __init__(self, var_dir):
        self.var_dir = var_dir
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "clinic_site.settings",
            "DJANGO_SUPERUSER_PASSWORD": PASSWORD,
            "ENV_FILE": os.devnull,
            "VAR_DIR": str(var_dir),
        }
        self.port = _free_port()
        self.cookies = {}

    def prepare(self):
        self.run("manage.py", "migrate", "-v0")
        self.run("manage.py", "collectstatic", "--noinput", "-v0")
        ann = ("--username=ann", "--email=ann@example.org")
        self.run("manage.py", "createsuperuser", "--noinput", "-v0", *ann)

    def run(self, *arguments):
        """What a Python program prints, in the folder and with the settings of this site."""
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, env=self.environment, cwd=settings.BASE_DIR, check=True, stdout=subprocess.PIPE
        ).stdout

    def report(self):
        """What `report.show` finds in this site's database."""
        command = "from tests.serving import report; report.show()"
        return json.loads(self.run("manage.py", "shell", "-v0", "-c", command))

    def start(self):
        command = [sys.executable, "manage.py", "serve", f"--port={self.port}", "--workers=2"]
        self.server = subprocess.Popen(
            command,
            env=self.environment,
            cwd=settings.BASE_DIR,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        _wait_until(self.port, answers=True)

    def kill(self):
        """The server and its workers, in the middle of whatever they do."""
        os.killpg(self.server.pid, signal.SIGKILL)
        self.server.wait()
        # A worker that is still dying would be taken for the next server.
        _wait_until(self.port, answers=False)

    def log_in(self):
        self.submit("/admin/login/", username="ann", password=PASSWORD)

    def submit(self, path, **values):
        """Fills in a form and sends it; the address that follows, once the site has taken it."""
        status, page, address = self.send(path, self.form(path) | values)
        assert status == 302, f"{path} answered {status}: {ERRORS.findall(page)}"
        return address

    def form(self, path):
        """The hidden fields of the form at a path."""
        return dict(HIDDEN.findall(self._request("GET", path)[1]))

    def send(self, path, values):
        """Status, page and next address. Raises Gone when the server dies before it answers."""
        return self._request("POST", path, urlencode(values))

    def _request(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS_TO_ANSWER)
        try:
            with closing(connection):
                connection.request(method, path, body, self._headers())
                answer = connection.getresponse()
                page = answer.read().decode()
        except (OSError, http.client.HTTPException) as error:
            raise Gone from error
        self._keep(answer.headers.get_all("Set-Cookie", ()))
        return answer.status, page, answer.headers.get("Location")

    def _headers(self):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}

    def _keep(self, cookies):
        for cookie in cookies:
            name, _, value = cookie.partition("=")
            self.cookies[name] = value.partition(";")[0]


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until(port, *, answers):
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if (probe.connect_ex(("127.0.0.1", port)) == 0) is answers:
                return
        time.sleep(0.05)
    raise TimeoutError(f"Port {port} is {'not ' if answers else ''}answering.")
