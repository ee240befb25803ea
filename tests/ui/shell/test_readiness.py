"""The address for service managers: well or not, in a moment, and nothing of the training."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit import config

from lib.store.account import open_account
from lib.ui.shell import readiness
from lib.ui.shell.doors import Doors

HOST = (b"host", b"localhost:8501")


def asked(path, app=None):
    """Status, headers and body of a request to our own server."""
    sent = []

    async def send(message):
        sent.append(message)

    async def receive():
        return {"type": "http.request"}

    async def nobody(*_):
        raise AssertionError("the app was asked")

    scope = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "server": ("127.0.0.1", 8501),
        "headers": [HOST],
    }
    # In a thread of its own: a browser test of the same worker leaves an event loop running in this one.
    with ThreadPoolExecutor(1) as apart:
        apart.submit(lambda: asyncio.run(Doors(app or nobody)(scope, receive, send))).result()
    return sent[0]["status"], dict(sent[0]["headers"]), sent[1]["body"]


@pytest.fixture
def database(tmp_path, monkeypatch):
    path = tmp_path / "legwork.db"
    monkeypatch.setenv("LEGWORK_DATABASE_URL", f"sqlite:///{path}")
    open_account(f"sqlite:///{path}").engine.dispose()
    return path


def test_a_server_with_a_whole_database_is_ready(database):
    status, headers, body = asked("/readyz")
    assert (status, headers[b"cache-control"]) == (200, b"no-store")
    assert json.loads(body) == {
        "ready": True,
        "database": True,
        "disk": True,
        "backup_age_h": None,
        "backup_late": False,
    }


@pytest.mark.parametrize("damage", [b"", b"x" * 5000])
def test_a_server_whose_database_is_damaged_is_not(database, damage):
    database.write_bytes(damage)
    status, _, body = asked("/readyz")
    assert (status, json.loads(body)["database"]) == (503, False)


def test_a_server_whose_database_is_gone_is_not_and_makes_none(database):
    database.unlink()
    assert asked("/readyz")[0] == 503
    assert not database.exists()


def test_the_database_is_made_before_the_first_visitor_comes(tmp_path, monkeypatch):
    monkeypatch.setenv("LEGWORK_DATABASE_URL", f"sqlite:///{tmp_path / 'new' / 'legwork.db'}")
    assert asked("/readyz")[0] == 503
    readiness._prepare()
    assert asked("/readyz")[0] == 200


def test_where_none_can_be_made_the_log_says_why(tmp_path, monkeypatch, caplog):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("LEGWORK_DATABASE_URL", f"sqlite:///{tmp_path / 'file' / 'legwork.db'}")
    readiness._prepare()
    assert "could not be made" in caplog.text


def test_under_a_path_of_its_own_the_same_is_open_and_closed(database, monkeypatch):
    known = config.get_option
    own = {"server.baseUrlPath": "training"}
    monkeypatch.setattr(config, "get_option", lambda name: own.get(name) or known(name))
    assert database.exists()
    assert asked("/training/readyz")[0] == 200
    assert asked("/readyz")[0] == 200
    assert asked("/training/_stcore/metrics")[0] == 404


def test_a_full_disk_is_told(database, monkeypatch):
    assert database.exists()
    monkeypatch.setattr(readiness, "_LEAST_FREE", 1.1)
    status, _, body = asked("/readyz")
    assert (status, json.loads(body)["disk"]) == (503, False)


def test_how_many_are_here_is_nobodys_business(database):
    assert database.exists()
    assert asked("/_stcore/metrics")[0] == 404


@pytest.mark.parametrize(("path", "kept"), [("/", False), ("/media/x.csv", False), ("/static/js/x.js", True)])
def test_only_the_programs_own_files_may_be_kept(path, kept):
    async def app(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    assert (asked(path, app)[1].get(b"cache-control") != b"no-store") is kept
