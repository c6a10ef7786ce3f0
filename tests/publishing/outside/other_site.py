"""Another site, on a port of this machine, with everything that goes wrong on other sites."""

import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STATUS = {
    "/there": 200,
    "/gone": 410,
    "/missing": 404,
    "/fails": 500,
    "/forbids": 403,
    "/odd": 999,
}
REDIRECTS = {
    "/moved": (301, "/there"),
    "/moved-twice": (308, "/moved"),
    "/for-now": (302, "/there"),
    "/moved-to-nothing": (301, "/missing"),
    "/round": (302, "/and-round"),
    "/and-round": (302, "/round"),
    "/to-a-file": (302, "file:///etc/passwd"),
    "/unnamed": (304, ""),
}


class _Handler(BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.server.asked.append((self.command, self.path, time.monotonic()))
        self.server.agents.add(self.headers["User-Agent"])
        if self.path in REDIRECTS:
            self._answer(*REDIRECTS[self.path])
        elif self.path in ("/no-head", "/hangs-up-on-head"):
            self._dislike_head()
        elif self.path == "/slow":
            self.server.is_closing.wait(5)
        elif self.path == "/a-letter-a-time":
            self._drip()
        elif self.path == "/garbage":
            self.wfile.write(b"SSH-2.0-not-a-website\r\n\r\n")
        else:
            self._answer(STATUS.get(self.path.partition("?")[0], 404))

    do_GET = do_HEAD  # noqa: N815  the name that http.server calls

    def _dislike_head(self):
        if self.command == "GET":
            self._answer(200)
        elif self.path == "/no-head":
            self._answer(405)

    def _drip(self):
        while not self.server.is_closing.wait(0.05):
            try:
                self.wfile.write(b"H")
            except OSError:
                return

    def _answer(self, status, location=""):
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        """Says nothing."""


@contextmanager
def other_site():
    """The server; `url` is its address, `asked` are the requests it got, with their times."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.asked, server.agents, server.is_closing = [], set(), threading.Event()
        server.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.is_closing.set()
        server.shutdown()
        thread.join()
