"""Where the server of `legwork run` is reached: its address, a path before all pages, names beside localhost.

Each can be said by a variable as well, which is what containers and service managers set.
"""

import re
from collections.abc import Sequence
from ipaddress import ip_address
from typing import Any, Final

import click

OWN_NAMES: Final = ("localhost", "127.0.0.1")
_ALL: Final = ("0.0.0.0", "::")  # noqa: S104 (what containers say)
_NAME: Final = re.compile(r"(\*\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
_PATH: Final = re.compile(r"/?[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*/?")


def address(written: str) -> str:
    """An address in digits; a usage error that says how to write one."""
    try:
        return str(ip_address(written))
    except ValueError:
        advice = "Write 127.0.0.1 for this machine alone, 0.0.0.0 for all its addresses."
        raise click.BadParameter(f"{written!r} is no address. {advice}") from None


def host(written: str) -> str:
    """A name of this server, `*.` before it for all below it; a usage error that says how to write one."""
    if not _NAME.fullmatch(written):
        raise click.BadParameter(
            f"{written!r} is no name. Write one such as training.example.org, without port and path."
        )
    return written


def base_path(written: str) -> str:
    """A path without slashes at its ends; a usage error that says how to write one."""
    if not _PATH.fullmatch(written):
        raise click.BadParameter(f"{written!r} is no path. Write one such as /training, of letters, digits, - and _.")
    return written.strip("/")


def settings(listens_on: str | None, path: str | None, allowed: Sequence[str]) -> dict[str, Any]:
    """For Streamlit: only what was said; the rest is in .streamlit/config.toml. localhost stays, whatever is allowed."""
    said = {
        "server.address": listens_on,
        "server.baseUrlPath": path,
        # Else Streamlit would ask a server on the internet for our address there, to print it.
        "browser.serverAddress": "localhost" if listens_on in _ALL else None,
        "server.allowedHosts": [*OWN_NAMES, *allowed] if allowed else None,
    }
    return {name: value for name, value in said.items() if value}
