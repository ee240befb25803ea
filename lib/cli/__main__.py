"""`python -m lib.cli`, where the `legwork` command is not installed."""

from lib.cli import main

main()
