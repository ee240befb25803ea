"""What the browser shows on: light or dark, wide or narrow. Only the browser knows, so it reports once and on change."""

from typing import Final

import streamlit as st

from lib.charts.look.theme import Look
from lib.ui.shell.state import SCREEN

# Sends nothing while the guess is right, so that most visits cost no second run.
_REPORT: Final = """
export default function({ data, setStateValue }) {
  const narrow = window.matchMedia("(max-width: 640px)");
  const dark = () => {
    const [r, g, b] = getComputedStyle(document.querySelector(".stApp")).backgroundColor.match(/[0-9.]+/g).map(Number);
    return 0.3 * r + 0.59 * g + 0.11 * b < 128;
  };
  const report = () => {
    const seen = `${dark() ? "dark" : "light"} ${narrow.matches ? "narrow" : "wide"}`;
    if (seen !== data.known) setStateValue("seen", seen);
  };
  report();
  narrow.addEventListener("change", report);
  return () => narrow.removeEventListener("change", report);
}
"""
_component = st.components.v2.component("legwork_screen", js=_REPORT)


def watch() -> None:
    """Put the invisible reporter on the page; once, from app.py."""
    with st.container(height=1, border=False, key="screen_reporter"):
        _component(key=SCREEN, data={"known": _known()}, on_seen_change=lambda: None, height=1)


def look() -> Look:
    """How figures should look on this screen. Before the browser has reported: its theme, and wide."""
    theme, width = _known().split()
    return Look(dark=theme == "dark", narrow=width == "narrow")


def _known() -> str:
    reported = st.session_state.get(SCREEN)
    seen = reported.get("seen") if reported else None
    return str(seen) if seen else f"{st.context.theme.type or 'light'} wide"
