"""Open the dashboard."""

import sys
from signal import SIGINT

import click

from lib.services.importing.collector import collector_paused


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8501, show_default=True, help="Where to serve.")
@click.option("--demo", is_flag=True, help="Open the sample athlete instead of your own data.")
def run(port: int, demo: bool) -> None:
    """Open the dashboard in the browser."""
    with collector_paused():
        from lib.ui.shell.serving import serve
    try:
        ended_by = serve(port, ["--demo"] if demo else [])
    except KeyboardInterrupt:
        ended_by = SIGINT
    if ended_by:
        sys.exit(128 + ended_by)
