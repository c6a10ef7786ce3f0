"""A local stand-in for the endpoint of IndexNow."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Endpoint:
    """Keeps what it was sent, and answers with a status after a while."""

    def __init__(self, status=200):
        self.status = status
        self.may_answer = threading.Event()
        self.may_answer.set()
        self.received = []
        self.url = ""

    @property
    def addresses(self):
        return [request["urlList"] for request in self.received]


@contextmanager
def served(endpoint):
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            endpoint.received.append(json.loads(body))
            endpoint.may_answer.wait(10)
            self.send_response(endpoint.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=[0.05])
    thread.start()
    endpoint.url = f"http://127.0.0.1:{server.server_port}/indexnow"
    try:
        yield endpoint
    finally:
        endpoint.may_answer.set()
        server.shutdown()
        thread.join()
        server.server_close()
