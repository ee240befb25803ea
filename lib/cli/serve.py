"""Open the dashboard."""

import errno
import os
import socket
import sys
from signal import SIGINT
from typing import Final

import click

from lib.cli.values import WholeNumber
from lib.model.errors import TrainingDataError
from lib.services.importing.collector import collector_paused


@click.command()
@click.option(
    "--port", type=WholeNumber(0, 65535, example=8501), default=8501, show_default=True, help="Where to serve."
)
@click.option("--demo", is_flag=True, help="Open the sample athlete instead of your own data.")
def run(port: int, demo: bool) -> None:
    """Open the dashboard in the browser."""
    _claim(port)
    with collector_paused():
        from lib.ui.shell.serving import serve
    try:
        ended_by = serve(port, ["--demo"] if demo else [])
    except KeyboardInterrupt:
        ended_by = SIGINT
    if ended_by:
        sys.exit(128 + ended_by)


_REFUSALS: Final = {
    errno.EADDRINUSE: "Port {port} is in use, perhaps by a Legwork that runs already. Close that, or name another one with --port.",
    errno.EACCES: "Port {port} may not be used by this user. Name one from 1024 on with --port.",
}


def _claim(port: int) -> None:
    """TrainingDataError where nobody could be served on the port: before the seconds that loading takes."""
    with socket.socket() as probe:
        if os.name != "nt":  # as the server does: there it would find every port free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            refusal = _REFUSALS.get(error.errno or 0)
            if refusal:
                raise TrainingDataError(refusal.format(port=port)) from error
            raise
