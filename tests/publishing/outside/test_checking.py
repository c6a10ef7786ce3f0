"""What becomes of an address of another site, asked politely, and never into a private network."""

import socket
from itertools import pairwise

import pytest

from clinic_site.publishing.outside import asking
from clinic_site.publishing.outside.asking import Failure, ask
from clinic_site.publishing.outside.checking import Checker, Finding, Verdict

AGENT = "Link check of https://www.example.org"


def checker(**options):
    return Checker(**{"agent": AGENT, "timeout": 5, "pause": 0, "allow_local": True} | options)


def outcome(site, path, **options):
    found = checker(**options).check(f"{site.url}{path}")
    return found.verdict, found.what.replace(site.url, "")


@pytest.mark.parametrize(
    ("path", "verdict", "what"),
    [
        ("/there", Verdict.FINE, ""),
        ("/there?a=1&b=é", Verdict.FINE, ""),
        ("/unnamed", Verdict.FINE, ""),
        ("/missing", Verdict.BROKEN, "answers 404 (Not Found)"),
        ("/gone", Verdict.BROKEN, "answers 410 (Gone)"),
        ("/fails", Verdict.BROKEN, "answers 500 (Internal Server Error)"),
        ("/forbids", Verdict.UNCLEAR, "answers programs with 403 (Forbidden)"),
        ("/odd", Verdict.UNCLEAR, "answers programs with 999"),
        ("/moved", Verdict.MOVED, "moved for good to /there"),
        ("/moved-twice", Verdict.MOVED, "moved for good to /there"),
        ("/for-now", Verdict.MOVED, "leads on to /there"),
        ("/moved-to-nothing", Verdict.BROKEN, "answers 404 (Not Found)"),
        ("/round", Verdict.BROKEN, "is sent on and on without an end"),
        ("/to-a-file", Verdict.BROKEN, "is no address of a website"),
        ("/no-head", Verdict.FINE, ""),
        ("/hangs-up-on-head", Verdict.FINE, ""),
        ("/garbage", Verdict.BROKEN, "ends the connection without an answer"),
    ],
)
def test_address_is_judged_by_what_its_site_does(site, path, verdict, what):
    assert outcome(site, path) == (verdict, what)


@pytest.mark.parametrize("path", ["/slow", "/a-letter-a-time"])
def test_site_that_takes_too_long_is_cut_off(site, path):
    expected = (Verdict.BROKEN, "does not answer within 0.3 seconds")
    assert outcome(site, path, timeout=0.3) == expected


def test_page_is_asked_for_only_where_the_head_is_refused(site):
    for path in ("/there", "/no-head"):
        outcome(site, path)
    assert [asked[:2] for asked in site.asked] == [
        ("HEAD", "/there"),
        ("HEAD", "/no-head"),
        ("GET", "/no-head"),
    ]
    assert site.agents == {AGENT}


def test_site_is_left_alone_between_two_requests(site):
    polite = checker(pause=0.2)
    for path in ("/there", "/no-head"):
        polite.check(f"{site.url}{path}")
    pauses = [later - earlier for (*_, earlier), (*_, later) in pairwise(site.asked)]
    assert [pause >= 0.2 for pause in pauses] == [True, True]


def test_nobody_listens():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/"
    assert checker().check(url) == Finding(url, Verdict.BROKEN, "refuses connections")


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("http://no-such-name.invalid/", "has a name that nobody knows"),
        ("http://127.0.0.1:99999/", "is not an address that can be asked"),
        (f"http://{'a' * 70}.example/", "is not an address that can be asked"),
        ("http:///nothing", "is no address of a website"),
        ("ftp://127.0.0.1/", "is no address of a website"),
    ],
)
def test_address_that_is_none(url, what):
    assert checker().check(url).what == what


def test_site_without_a_certificate_is_not_trusted(site):
    secure = site.url.replace("http:", "https:")
    found = checker().check(secure)
    assert found.verdict is Verdict.BROKEN
    assert found.what.startswith("cannot be reached: ")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "[::1]", "10.0.0.1"])
def test_private_network_is_never_asked(site, host):
    url = f"http://{host}:{site.server_port}/there"
    found = checker(allow_local=False).check(url)
    assert found.what == "leads into a private network, where readers cannot follow"
    assert site.asked == []


@pytest.mark.parametrize(
    ("address", "is_public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
    ],
)
def test_address_is_public(address, is_public):
    assert asking._is_public(address) is is_public


def test_answer_tells_where_it_leads(site):
    answer = ask("HEAD", f"{site.url}/moved", agent=AGENT, timeout=5, allow_local=True)
    assert (answer.status, answer.leads_to) == (301, f"{site.url}/there")
    with pytest.raises(Failure, match="private network"):
        ask("HEAD", answer.leads_to, agent=AGENT, timeout=5)
