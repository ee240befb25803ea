"""What was measured in the browser, as one table below those of pytest-benchmark."""

import pytest

Row = tuple[str, str, float, float, int]
CLICKS_KEY = pytest.StashKey[list[Row]]()


@pytest.fixture(name="rows", scope="session")
def _rows(request: pytest.FixtureRequest) -> list[Row]:
    """Where the clicks are noted: athlete, what was clicked, median milliseconds, of them the tab's, figures drawn."""
    return request.config.stash.setdefault(CLICKS_KEY, [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    rows = config.stash.get(CLICKS_KEY, [])
    if rows:
        terminalreporter.write_line(
            f"\n{'from a click to the page':<58}{'median ms':>10}{'processor':>10}{'figures':>9}"
        )
    for athlete, what, milliseconds, used, figures in rows:
        terminalreporter.write_line(f"{athlete + ' · ' + what:<58}{milliseconds:>10.0f}{used:>10.0f}{figures:>9}")
