"""A real PostgreSQL server for the tests: made in a temporary folder, on a free port, gone at the end."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy import make_url

_numbers = count(1)
_connections: dict[str, psycopg.Connection] = {}

# Speed over safety: a test server has nothing to lose.
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=50"


def programs() -> Path | None:
    """The folder of the newest PostgreSQL programs of this machine."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    on_path = shutil.which("initdb")
    return folders[-1] if folders else Path(on_path).parent if on_path else None


@contextmanager
def running_server(programs: Path) -> Iterator[str]:
    """A started server; the URL of its database `postgres`."""
    folder = Path(tempfile.mkdtemp(prefix="legwork-postgres-"))
    user = _unprivileged_user()
    if user is not None:
        shutil.chown(folder, user.pw_uid, user.pw_gid)
    data, port = folder / "data", _free_port()
    try:
        _run(user, programs / "initdb", "-D", data, "-U", "legwork", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        options = f"-p {port} -k {folder} -h 127.0.0.1 {FAST}"
        _run(user, programs / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
        url = f"postgresql+psycopg://legwork@127.0.0.1:{port}/postgres"
        yield url
        if url in _connections:
            _connections.pop(url).close()
        _run(user, programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def copied_database(server: str, template: str) -> Iterator[str]:
    """The URL of a fresh copy of a database, gone at the end. server: URL of the maintenance database."""
    name = f"test_{next(_numbers)}"
    # Its files are copied as they are, where the server could also write them anew page by page.
    strategy = "STRATEGY FILE_COPY" if _connection(server).info.server_version >= 150_000 else ""
    statement(server, f"CREATE DATABASE {name} TEMPLATE {template} {strategy}")
    yield database_of(server, name)
    statement(server, f"DROP DATABASE {name} WITH (FORCE)")


def database_of(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def statement(server: str, text: str) -> None:
    """Run a statement in the maintenance database, through a connection that stays open for the next one."""
    _connection(server).execute(text)


def _connection(server: str) -> psycopg.Connection:
    if server not in _connections:
        _connections[server] = psycopg.connect(server.replace("+psycopg", ""), autocommit=True)
    return _connections[server]


def _unprivileged_user() -> pwd.struct_passwd | None:
    """Whom to run as: PostgreSQL refuses root. None where we are not root anyway."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def _run(user: pwd.struct_passwd | None, *command: object) -> None:
    identity = {} if user is None else {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    done = subprocess.run(
        [str(part) for part in command],
        stdout=subprocess.PIPE if "initdb" in str(command[0]) else subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
        cwd="/",
        check=False,
        **identity,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} failed: {(done.stdout or b'').decode(errors='replace')}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
