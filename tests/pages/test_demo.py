"""`legwork run --demo` opens the sample athlete, and one click leaves it."""

import sys


def test_the_demo_flag_opens_the_sample_athlete_and_leaving_it_holds(open_page, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["app.py", "--demo"])
    app = open_page(f"sqlite:///{tmp_path / 'mine.db'}", "dashboard/overview.py")
    assert app.get("plotly_chart")
    app.button(key="leave_demo").click().run()
    assert not app.exception
    assert not app.get("plotly_chart")
    assert "Look around with a sample athlete" in {button.label for button in app.button}
