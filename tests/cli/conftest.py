"""A database of one test, and the commands on it."""

import json

import pytest
from click.testing import CliRunner

from lib.cli import main


@pytest.fixture
def legwork(tmp_path, monkeypatch):
    monkeypatch.setenv("LEGWORK_DATABASE_URL", f"sqlite:///{tmp_path / 'legwork.db'}")
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def said(legwork):
    """What a command prints as JSON."""

    def call(*words):
        done = legwork(*words, "--json")
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    return call
