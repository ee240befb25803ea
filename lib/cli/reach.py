"""Where the server of `legwork run` is reached: its address, a path before all pages, names beside localhost.

Each can be said by a variable as well, which is what containers and service managers set.
"""

import re
from collections.abc import Sequence
from ipaddress import ip_address
from typing import Any, Final

import click

OWN_NAMES: Final = ("localhost", "127.0.0.1")
_NAME: Final = re.compile(r"(\*\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
_PARTS: Final = re.compile(r"/?[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*/?")


class Address(click.ParamType):
    """An address of this machine in digits."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """As it was written; a usage error that says how to write one."""
        try:
            return str(ip_address(value))
        except ValueError:
            self.fail(f"{value!r} is no address. Write 127.0.0.1 for this machine alone, 0.0.0.0 for all.", param, ctx)


class Written(click.ParamType):
    """A text of one form. advice: how to write one."""

    def __init__(self, name: str, form: re.Pattern[str], advice: str) -> None:
        self.name = name
        self._form = form
        self._advice = advice

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """As it was written; a usage error with the advice."""
        if not self._form.fullmatch(value):
            self.fail(f"{value!r} cannot be used here. {self._advice}", param, ctx)
        return str(value)


HOST: Final = Written("name", _NAME, "Write a name such as training.example.org, without port and path.")
BASE_PATH: Final = Written("path", _PARTS, "Write a path such as /training, of letters, digits, - and _.")


def settings(address: str | None, base_path: str | None, allowed: Sequence[str]) -> dict[str, Any]:
    """For Streamlit: only what was said; the rest is in .streamlit/config.toml. localhost stays, whatever is allowed."""
    said = {
        "server.address": address,
        "server.baseUrlPath": base_path and base_path.strip("/"),
        "server.allowedHosts": [*OWN_NAMES, *allowed] if allowed else None,
    }
    return {name: value for name, value in said.items() if value}
