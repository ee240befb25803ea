"""A deep link as the very first request of a server.

Streamlit 1.67 takes a folder `pages/` for its older kind of multi-page app until st.navigation has run once in the
process. The page is drawn all the same, but the browser has by then been told "Page not found" and shows that dialog.
So the first run of a process asks a browser that came by a deep link to load the address again.
"""

from typing import Final

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

# The dialog puts the root into the address for a moment; the reload waits until the page's own address is back.
_RELOAD: Final = """
export default function({ data }) {
  const again = () => {
    if (window.location.pathname.endsWith("/" + data.path)) window.location.reload();
    else window.setTimeout(again, 50);
  };
  again();
}
"""
_component = st.components.v2.component("legwork_cold_start", js=_RELOAD)


def is_cold() -> bool:
    """Whether no page of this process has been drawn yet; to be asked before st.navigation."""
    return bool(PagesManager.uses_pages_directory)


def load_again(path: str) -> None:
    """Ask the browser to load a page's address again, once it shows it."""
    _component(key="cold_start", data={"path": path}, height=1)
