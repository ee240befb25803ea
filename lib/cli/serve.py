"""Open the dashboard."""

import errno
import os
import socket
import sys
from signal import SIGINT
from typing import Final

import click

from lib.cli import reach
from lib.cli.values import WholeNumber
from lib.model.errors import TrainingDataError
from lib.services.importing.collector import collector_paused


@click.command()
@click.option(
    "--port", type=WholeNumber(0, 65535, example=8501), default=8501, show_default=True, help="Where to serve."
)
@click.option(
    "--address",
    type=reach.address,
    envvar="LEGWORK_ADDRESS",
    show_envvar=True,
    help="Listen on another address than 127.0.0.1. Whoever reaches it sees everything: there is no login.",
)
@click.option(
    "--base-path",
    type=reach.base_path,
    envvar="LEGWORK_BASE_PATH",
    show_envvar=True,
    help="A path before all pages, such as /training behind a proxy.",
)
@click.option(
    "--allow-host",
    type=reach.host,
    multiple=True,
    envvar="LEGWORK_ALLOWED_HOSTS",
    show_envvar=True,
    help="A name under which it is reached, beside localhost; can be repeated.",
)
@click.option("--demo", is_flag=True, help="Open the sample athlete instead of your own data.")
def run(port: int, address: str | None, base_path: str | None, allow_host: tuple[str, ...], demo: bool) -> None:
    """Open the dashboard in the browser."""
    _claim(address or "127.0.0.1", port)
    with collector_paused():
        from lib.ui.shell.serving import serve
    try:
        ended_by = serve(port, ["--demo"] if demo else [], reach.settings(address, base_path, allow_host))
    except KeyboardInterrupt:
        ended_by = SIGINT
    if ended_by:
        sys.exit(128 + ended_by)


_REFUSALS: Final = {
    errno.EADDRINUSE: "Port {port} is in use, perhaps by a Legwork that runs already. Close that, or name another one with --port.",
    errno.EADDRNOTAVAIL: "This machine has no address {address}. Name one that it has with --address, or leave it out.",
    errno.EACCES: "Port {port} may not be used by this user. Name one from 1024 on with --port.",
}


def _claim(address: str, port: int) -> None:
    """TrainingDataError where nobody could be served there: before the seconds that loading takes."""
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
        if os.name != "nt":  # as the server does: there it would find every port free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            refusal = _REFUSALS.get(error.errno or 0)
            if refusal:
                raise TrainingDataError(refusal.format(port=port, address=address)) from error
            raise
