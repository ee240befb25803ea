"""Fields that are read while they are typed in: Streamlit reads them only when they are left, or at Enter."""

from typing import Final

import streamlit as st

# Half a second after the last key the field is told what Ctrl and Enter tells it. Nothing happens within a word that is
# being put together (composition), as of Japanese.
_JS: Final = """
export default function({ data }) {
  let waiting;
  const commit = field => field.dispatchEvent(
    new KeyboardEvent("keydown", { key: "Enter", code: "Enter", ctrlKey: true, bubbles: true, cancelable: true }));
  const typed = event => {
    const field = `.st-key-${data.key} :is(textarea, .stNumberInput input, .stTextInput input)`;
    if (!event.target.matches?.(field) || event.isComposing) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => commit(event.target), 500);
  };
  document.addEventListener("input", typed);
  return () => document.removeEventListener("input", typed);
}
"""
_component = st.components.v2.component("legwork_live_text", js=_JS)


def live(key: str) -> None:
    """Let the text area of this key, or those and the fields of a line of a container, be read while they are typed in."""
    with st.container(height=1, border=False, key=f"live_{key}"):
        _component(key=f"live_text_{key}", data={"key": key}, height=1)
