"""A drawing of HTML whose parts can be pressed, by pointer, finger and keyboard: one element, whatever it draws.

A column, a button and a drawing for each part would cost the browser many times as much.
"""

from collections.abc import Callable
from functools import partial
from typing import Final

import streamlit as st

from lib.ui.shell import boundary

# What has the focus keeps it when the drawing changes below it.
_JS: Final = """
export default function({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".drawing") ?? parentElement.appendChild(document.createElement("div"));
  root.className = "drawing";
  if (root.drawn !== data.html) {
    const held = root.contains(document.activeElement) ? document.activeElement.dataset.press : undefined;
    root.innerHTML = root.drawn = data.html;
    if (held !== undefined) [...root.querySelectorAll(".press")].find(each => each.dataset.press === held)?.focus();
  }
  root.onclick = event => {
    const part = event.target.closest(".press");
    if (part) setTriggerValue("part", part.dataset.press);
  };
}
"""
_component = st.components.v2.component("legwork_pressed", js=_JS, isolate_styles=False)


def show(html: str, key: str, on_press: Callable[[str], None]) -> None:
    """html: of our own making, foreign text escaped; its parts by lib.charts.look.boxes.press. on_press: takes a part's value."""
    _component(key=key, data={"html": html}, on_part_change=boundary.caught(partial(_tell, key, on_press)))


def _tell(key: str, on_press: Callable[[str], None]) -> None:
    pressed = st.session_state[key].get("part")
    if pressed is not None:
        on_press(str(pressed))
