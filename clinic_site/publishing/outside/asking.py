"""One request to another site: what it answers, without its page.

The parts of the standard library below urllib: each connection is made here, so that none is made
to a private address, whatever a name or a redirect leads to.
"""

import http.client
import ipaddress
import socket
import ssl
from contextlib import closing, suppress
from dataclasses import dataclass
from threading import Timer
from urllib.parse import quote, urljoin, urlsplit

READABLE = "!#$%&'()*+,/:;=?@[]~"


class Failure(Exception):
    """Why there is no answer, in words that follow the address."""


class LostConnection(Failure):
    """The other side ended the connection, as some do when they are asked with HEAD."""


@dataclass(frozen=True)
class Answer:
    """The status of an answer, and the address that it sends on to, if any."""

    status: int
    leads_to: str = ""


def ask(method: str, url: str, *, agent: str, timeout: float, allow_local: bool = False) -> Answer:
    """Asks once, for at most `timeout` seconds. Raises Failure."""
    try:
        return _ask(method, url, agent, timeout, allow_local)
    except TimeoutError:
        raise Failure(f"does not answer within {timeout:g} seconds") from None
    except socket.gaierror:
        raise Failure("has a name that nobody knows") from None
    except ConnectionRefusedError:
        raise Failure("refuses connections") from None
    except ssl.SSLCertVerificationError as error:
        raise Failure(f"has no valid certificate: {error.verify_message}") from None
    except (ConnectionError, http.client.HTTPException):
        raise LostConnection("ends the connection without an answer") from None
    except OSError as error:
        raise Failure(f"cannot be reached: {error.strerror or error}") from None
    except ValueError:
        raise Failure("is not an address that can be asked") from None


def _ask(method, url, agent, timeout, allow_local):
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Failure("is no address of a website")
    sock = _connect(parts, timeout, allow_local)
    connection = http.client.HTTPConnection(parts.netloc.rpartition("@")[2], timeout=timeout)
    connection.sock = sock
    # Somebody who sends a letter a second is cut off as well.
    cut_off = _CutOff(timeout, sock)
    with closing(connection), cut_off:
        connection.request(method, _target(parts), headers={"User-Agent": agent, "Accept": "*/*"})
        response = connection.getresponse()
        location = response.getheader("Location", "")
        is_sent_on = 300 <= response.status < 400 and location
        return Answer(response.status, urljoin(url, location) if is_sent_on else "")


def _connect(parts, timeout, allow_local):
    is_secure = parts.scheme == "https"
    host = parts.hostname.encode("idna").decode()
    port = parts.port or (443 if is_secure else 80)
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(place[0] for *_, place in found))
    if not (allow_local or all(map(_is_public, addresses))):
        raise Failure("leads into a private network, where readers cannot follow")
    sock = _connect_to_first(addresses, port, timeout)
    if not is_secure:
        return sock
    return ssl.create_default_context().wrap_socket(sock, server_hostname=host)


def _connect_to_first(addresses, port, timeout):
    """A connection to the first of the addresses that takes one."""
    for address in addresses[:-1]:
        with suppress(OSError):
            return socket.create_connection((address, port), timeout)
    return socket.create_connection((addresses[-1], port), timeout)


def _is_public(address):
    found = ipaddress.ip_address(address.partition("%")[0])
    return (getattr(found, "ipv4_mapped", None) or found).is_global


def _target(parts):
    query = f"?{parts.query}" if parts.query else ""
    return quote(f"{parts.path or '/'}{query}", safe=READABLE)


class _CutOff:
    """Ends a connection that takes too long as a whole; each wait alone has the same limit."""

    def __init__(self, seconds, sock):
        self.sock = sock
        self.is_over = False
        self.timer = Timer(seconds, self.cut)

    def cut(self):
        self.is_over = True
        with suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)

    def __enter__(self):
        self.timer.start()

    def __exit__(self, kind, error, trace):
        self.timer.cancel()
        if self.is_over and error:
            raise TimeoutError from error
