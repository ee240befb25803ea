"""Open the dashboard."""

import subprocess
import sys
from pathlib import Path

import click

ROOT = Path(__file__).parents[2]


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8501, show_default=True, help="Where to serve.")
@click.option("--demo", is_flag=True, help="Open the sample athlete instead of your own data.")
def run(port: int, demo: bool) -> None:
    """Open the dashboard in the browser."""
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), f"--server.port={port}"]
    if demo:
        command += ["--", "--demo"]
    sys.exit(subprocess.run(command, cwd=ROOT, check=False).returncode)  # noqa: S603
