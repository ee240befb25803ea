"""The rest since the last set and the timer of a hold: both run in the browser, so that no clock draws the page anew."""

from collections.abc import Callable
from typing import Final

import streamlit as st

KEY: Final = "set_clocks"
_HTML: Final = """
<div class="clocks">
  <span class="rest" role="timer" aria-live="off"></span>
  <span class="hold"><button type="button"></button><span class="left" role="timer" aria-live="off"></span></span>
</div>
"""
_CSS: Final = """
.clocks { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; min-height: 2.75rem;
          font-family: var(--st-font); color: var(--st-text-color); font-variant-numeric: tabular-nums; }
.rest, .left { font-size: 1.25rem; }
.hold[hidden], .rest:empty { display: none; }
.hold { display: flex; gap: 0.75rem; align-items: center; }
button { min-height: 2.75rem; padding: 0 1rem; font: inherit; color: inherit; cursor: pointer;
         background: transparent; border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius, 0.5rem); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
"""
# What runs outlives a redraw: it stands on the element, which stays while the page is drawn anew.
_JS: Final = """
export default function({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".clocks");
  const [rest, hold, left] = [".rest", ".hold", ".left"].map(each => root.querySelector(each));
  const button = hold.querySelector("button");
  const written = s => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, "0")}`;
  const resting_since = data.rested === null ? null : performance.now() - 1000 * data.rested;
  if (root.dataset.set !== data.set) { root.dataset.set = data.set; root.held_since = null; left.textContent = ""; }
  hold.hidden = data.seconds === null;
  const stop = held => {
    root.held_since = null;
    left.textContent = `${held} s held`;
    setTriggerValue("held", held);
  };
  const tick = () => {
    const now = performance.now();
    rest.textContent = resting_since === null ? "" : `Rest ${written((now - resting_since) / 1000)}`;
    button.textContent = root.held_since ? "Stop" : `Start ${data.seconds} s`;
    if (!root.held_since) return;
    const held = (now - root.held_since) / 1000;
    left.textContent = `${written(Math.ceil(Math.max(0, data.seconds - held)))} left`;
    if (held >= data.seconds) { navigator.vibrate?.(300); stop(data.seconds); }
  };
  button.onclick = () => {
    if (root.held_since) stop(Math.max(1, Math.round((performance.now() - root.held_since) / 1000)));
    else root.held_since = performance.now();
    tick();
  };
  tick();
  const ticking = setInterval(tick, 250);
  return () => clearInterval(ticking);
}
"""
_component = st.components.v2.component("legwork_set_clocks", html=_HTML, css=_CSS, js=_JS)


def show(key: str, *, rested: float | None, seconds: float | None, on_held: Callable[[], None]) -> None:
    """Rest and hold of a set. key: of the set. rested: seconds since the last one; seconds: of its hold, None: it is none.

    on_held: called when a hold was timed; `held` gives its seconds.
    """
    _component(key=KEY, data={"set": key, "rested": rested, "seconds": seconds}, on_held_change=on_held)


def held() -> float | None:
    """The seconds of the hold that was just timed."""
    state = st.session_state.get(KEY)
    found = state.get("held") if state else None
    return float(found) if found else None
