"""Who may come in: names of this machine with our port, and our own pages."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit import config

from lib.ui.shell.doors import guard, is_welcome

PORT = 8501


def scope(kind="http", method="GET", **headers):
    listed = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return {"type": kind, "method": method, "scheme": kind[:4], "server": ("127.0.0.1", PORT), "headers": listed}


OWN = f"localhost:{PORT}"
WELCOME = {
    "by name": scope(host=OWN),
    "by number": scope(host=f"127.0.0.1:{PORT}"),
    "by the newer number": scope(host=f"[::1]:{PORT}"),
    "in capitals": scope(host=f"LocalHost:{PORT}"),
    "a request of our page": scope(host=OWN, origin=f"http://{OWN}", sec_fetch_site="same-origin"),
    "a socket of our page": scope("websocket", host=OWN, origin=f"http://{OWN}"),
    "a link on another page": scope(
        host=OWN, sec_fetch_site="cross-site", sec_fetch_mode="navigate", sec_fetch_dest="document"
    ),
    "an address that was typed": scope(host=OWN, sec_fetch_site="none"),
}
REFUSED = {
    "a name that was rebound": scope(host=f"evil.example:{PORT}"),
    "a name that ends like ours": scope(host=f"localhost.evil.example:{PORT}"),
    "another port": scope(host="localhost:9"),
    "no port": scope(host="localhost"),
    "no host": scope(),
    "a name and a password": scope(host=f"localhost@evil.example:{PORT}"),
    "a port that is none": scope(host="localhost:x"),
    "an empty host": scope(host=""),
    "a page of another local port": scope(host=OWN, origin="http://localhost:9"),
    "a page of another name of this machine": scope(host=OWN, origin=f"http://127.0.0.1:{PORT}"),
    "a page of elsewhere": scope(host=OWN, origin="https://evil.example"),
    "a file or a sandbox": scope(host=OWN, origin="null"),
    "an origin with a path": scope(host=OWN, origin=f"http://{OWN}/x"),
    "a socket of another local port": scope("websocket", host=OWN, origin="http://localhost:9"),
    "a socket by a rebound name": scope("websocket", host=f"evil.example:{PORT}", origin=f"http://evil.example:{PORT}"),
    "an image on another page": scope(
        host=OWN, sec_fetch_site="same-site", sec_fetch_mode="no-cors", sec_fetch_dest="image"
    ),
    "a frame on another page": scope(
        host=OWN, sec_fetch_site="same-site", sec_fetch_mode="navigate", sec_fetch_dest="iframe"
    ),
    "a form on another page": scope(
        method="POST", host=OWN, sec_fetch_site="cross-site", sec_fetch_mode="navigate", sec_fetch_dest="document"
    ),
}


@pytest.mark.parametrize("request_", WELCOME.values(), ids=WELCOME.keys())
def test_what_is_ours_comes_in(request_):
    assert is_welcome(request_)


@pytest.mark.parametrize("request_", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_ours_stays_out(request_):
    assert not is_welcome(request_)


def test_two_hosts_are_none():
    asked = scope(host=OWN)
    asked["headers"] *= 2
    assert not is_welcome(asked)


def allowing(monkeypatch, **options):
    known = config.get_option
    monkeypatch.setattr(config, "get_option", lambda name: options.get(name.replace("server.", ""), known(name)))


def test_a_host_that_was_allowed_comes_in_at_any_port_and_only_with_its_own_pages(monkeypatch):
    allowing(monkeypatch, allowedHosts=["train.example", "*.club.example"])
    assert is_welcome(scope(host="train.example", origin="https://train.example"))
    assert is_welcome(scope(host="anna.club.example:8443"))
    assert not is_welcome(scope(host="club.example"))
    assert not is_welcome(scope(host="train.example", origin="https://evil.example"))


def test_the_address_it_was_told_to_serve_on_is_a_name_of_its_own(monkeypatch):
    allowing(monkeypatch, address="192.168.1.20")
    assert is_welcome(scope(host=f"192.168.1.20:{PORT}"))
    assert not is_welcome(scope(host="192.168.1.20:9"))
    allowing(monkeypatch, address="0.0.0.0")
    assert not is_welcome(scope(host=f"0.0.0.0:{PORT}"))


def answer(asked):
    """What the doors send for a request; behind them is an app that says yes."""
    sent = []

    async def app(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": [(b"x-content-type-options", b"maybe")]})
        await send({"type": "http.response.body", "body": b"yes"})

    async def receive():
        return {"type": "websocket.connect"}

    async def send(message):
        sent.append(message)

    # In a thread of its own: a browser test of the same worker leaves an event loop running in this one.
    with ThreadPoolExecutor(1) as apart:
        apart.submit(lambda: asyncio.run(guard(app)(asked, receive, send))).result()
    return sent


@pytest.mark.parametrize("asked", [scope(host=OWN), scope(host="evil.example")], ids=["let in", "refused"])
def test_every_answer_says_how_it_may_be_used(asked):
    headers = dict(answer(asked)[0]["headers"])
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"referrer-policy"] == b"same-origin"
    content = dict(part.split(" ", 1) for part in headers[b"content-security-policy"].decode().split("; "))
    assert content["frame-ancestors"] == "'none'"
    assert content["default-src"] == "'self'"
    assert "unsafe" not in content["script-src"]
    assert "evil" not in content["script-src"]


def test_a_refusal_says_what_to_do_and_nothing_of_the_app():
    start, body = answer(scope(host="evil.example"))
    assert start["status"] == 403
    assert b"allowedHosts" in body["body"]


def test_a_socket_that_is_refused_is_closed_before_it_opens():
    (closed,) = answer(scope("websocket", host=OWN, origin="http://localhost:9"))
    assert closed["type"] == "websocket.close"


def test_a_host_cannot_add_to_the_policy(monkeypatch):
    allowing(monkeypatch, allowedHosts=["*"])
    headers = dict(answer(scope(host="a;script-src:80"))[0]["headers"])
    assert b"a;script" not in headers[b"content-security-policy"]
