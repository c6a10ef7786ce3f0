"""A mail server of a few lines, on a port of this machine, that keeps what it is given."""

import socketserver
import threading
from contextlib import contextmanager


class _Session(socketserver.StreamRequestHandler):
    def handle(self):
        self._say("220 here")
        for line in self.rfile:
            command = line.decode().strip()
            if command.upper() == "DATA":
                self._say("354 go on")
                self.server.mails.append(self._data())
            if command.upper().startswith("RCPT TO") and "refused" in command:
                self._say("550 nobody of that name")
            else:
                self._say("250 ok")

    def _data(self):
        lines = iter(lambda: self.rfile.readline().decode(), ".\r\n")
        return "".join(lines)

    def _say(self, answer):
        self.wfile.write(f"{answer}\r\n".encode())


@contextmanager
def mail_server():
    """The server; `mails` are the mails it took, `port` is where it listens."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Session) as server:
        server.daemon_threads, server.block_on_close = True, False
        server.mails, server.port = [], server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
