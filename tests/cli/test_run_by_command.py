"""Where `legwork run` is reached: said by options or by variables, and refused in a sentence."""

import pytest
from click.testing import CliRunner

from lib.cli import main, reach
from lib.ui.shell import serving


@pytest.fixture
def told(monkeypatch):
    """What the server is told, instead of being started."""
    calls = []
    monkeypatch.setattr(serving, "serve", lambda *arguments: calls.append(arguments))
    return calls


def run(*arguments, **variables):
    return CliRunner().invoke(main, ["run", "--port", "0", *arguments], env=variables)


def test_it_listens_on_this_machine_alone_unless_told_otherwise(told):
    assert run().exit_code == 0
    assert told == [(0, [], {})]


def test_options_and_variables_say_the_same(told):
    run(
        "--address",
        "0.0.0.0",
        "--base-path",
        "/training/",
        "--allow-host",
        "train.example",
        "--allow-host",
        "*.club.example",
    )
    run(
        LEGWORK_ADDRESS="0.0.0.0",
        LEGWORK_BASE_PATH="training",
        LEGWORK_ALLOWED_HOSTS="train.example *.club.example",
    )
    assert told[0] == told[1]
    settings = told[0][2]
    assert settings["server.baseUrlPath"] == "training"
    assert settings["server.allowedHosts"] == ["localhost", "127.0.0.1", "train.example", "*.club.example"]


@pytest.mark.parametrize("address", ["0.0.0.0", "::"])
def test_nobody_on_the_internet_is_asked_for_our_address(address):
    assert reach.settings(address, None, ())["browser.serverAddress"] == "localhost"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--address", "home"), "is no address"),
        (("--base-path", "a b"), "is no path"),
        (("--base-path", "/"), "is no path"),
        (("--allow-host", "http://train.example"), "is no name"),
        (("--allow-host", "train.example/x"), "is no name"),
    ],
)
def test_what_cannot_be_used_is_a_usage_error_that_says_how_to_write_it(arguments, says, told):
    ended = run(*arguments)
    assert ended.exit_code == 2
    assert says in ended.output
    assert "rite" in ended.output
    assert not told


def test_an_address_of_another_machine_is_refused_before_anything_is_loaded(told):
    ended = run("--address", "203.0.113.9")
    assert ended.exit_code == 1
    assert "no address 203.0.113.9" in ended.output
    assert not told
