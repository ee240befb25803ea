"""The navigation, from what each page says of itself. A new page is one new file in pages/<section>/."""

import ast
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from lib.ui.shell import cold_start, state

PAGES: Final = Path(__file__).parents[3] / "pages"
SECTIONS: Final = {"dashboard": "Dashboard", "log": "Log", "data": "Data"}
HOME: Final = "dashboard/overview.py"
_LISTS: Final = ("runs", "strength")  # pages with filters, whose names in the address begin so
_NAMES_OF_HOME: Final = ("overview", "week")
# Below 768 pixels the sidebar lies over the page; Streamlit closes it after its own menu only.
_CLOSE_MENU: Final = """
export default function() {
  const covers = window.matchMedia("(max-width: 768px)");
  const close = event => {
    if (covers.matches && event.target.closest(".st-key-menu a"))
      document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
  };
  document.addEventListener("click", close);
  return () => document.removeEventListener("click", close);
}
"""
_close_menu = st.components.v2.component("legwork_menu", js=_CLOSE_MENU)


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page and the literals at its top. ICON is an emoji or a :material/…: name; ORDER sorts within a section."""

    path: Path
    title: str
    icon: str
    order: int


def page_files(root: Path = PAGES) -> dict[str, list[PageFile]]:
    """The pages of each section title in their order. The files are read, never imported."""
    sections: dict[str, list[PageFile]] = {}
    for folder, title in SECTIONS.items():
        files = [_read(path, path.stat().st_mtime_ns) for path in sorted((root / folder).glob("*.py"))]
        if files:
            sections[title] = sorted(files, key=lambda file: (file.order, file.title))
    return sections


def navigation() -> StreamlitPage:
    """The page that the address asks for, with the menu of all pages drawn."""
    cold = cold_start.is_cold()
    sections = {section: [_page(file) for file in files] for section, files in page_files().items()}
    by_name = [_home_by_name(name, cold=cold) for name in _NAMES_OF_HOME]
    page = st.navigation({**sections, "": by_name}, position="hidden")
    _note_whether_new(page)
    _note_filters(page)
    _menu(sections)
    if cold and page.url_path:
        cold_start.load_again(page.url_path)
    return page


def is_new() -> bool:
    """Whether the page was just opened, by a link or by Back; not where it draws itself again."""
    return bool(st.session_state.get(state.PAGE_IS_NEW))


def _note_whether_new(page: StreamlitPage) -> None:
    st.session_state[state.PAGE_IS_NEW] = st.session_state.get(state.PAGE) != page.url_path
    st.session_state[state.PAGE] = page.url_path


def _note_filters(page: StreamlitPage) -> None:
    """Keep what the address of a list says, for its link in the menu: elsewhere the address is silent of it."""
    if page.url_path in _LISTS:
        said = {name: st.query_params.get_all(name) for name in st.query_params if name.startswith(f"{page.url_path}_")}
        st.session_state[state.FILTERS] = st.session_state.get(state.FILTERS, {}) | {page.url_path: said}


def _menu(sections: dict[str, list[StreamlitPage]]) -> None:
    """The pages of each section in the sidebar. Streamlit's own menu is a list that screen readers cannot count."""
    kept = st.session_state.get(state.FILTERS, {})
    with st.sidebar, st.container(key="menu", gap=None):
        for section, pages in sections.items():
            st.caption(section)
            for page in pages:
                st.page_link(page, query_params=kept.get(page.url_path))
        _close_menu(key="close_menu", height=1)


def link(path: str, label: str, icon: str | None = None, **address: str) -> None:
    """A link to another page by its place below pages/, such as "log/exercises.py"; nothing while it does not exist.

    address: what its address says.
    """
    if (PAGES / path).exists():
        st.page_link(PAGES / path, label=label, icon=icon, query_params=address or None)


def button(path: str, label: str, icon: str | None = None) -> None:
    """A button that goes to another page; greyed out while the page does not exist."""
    if st.button(label, icon=icon, type="primary", disabled=not (PAGES / path).exists(), key=f"go_{path}"):
        st.switch_page(PAGES / path)


def go(path: str) -> None:
    """Leave for another page at once."""
    st.switch_page(PAGES / path)


def _page(file: PageFile) -> StreamlitPage:
    home = file.path == PAGES / HOME
    # The first page stands at "/" and still reserves a path of its own: another one, so that its name is free.
    return st.Page(file.path, title=file.title, icon=file.icon, default=home, url_path="home" if home else None)


def _home_by_name(name: str, *, cold: bool) -> StreamlitPage:
    """The first page answers to its own name, too, and to that of the page of one week, which it is now."""

    def to_home() -> None:
        if cold:  # the address is about to be loaded again, and must stand still until then
            return
        st.switch_page(PAGES / HOME, query_params=dict(st.query_params))

    return st.Page(to_home, url_path=name, title="Your week", visibility="hidden")


@lru_cache(maxsize=64)
def _read(path: Path, _changed: int) -> PageFile:
    """The literals TITLE, ICON, ORDER of a page. KeyError names what a page lacks."""
    literals = {}
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            try:
                literals[node.targets[0].id] = ast.literal_eval(node.value)
            except ValueError:
                continue
    missing = [name for name in ("TITLE", "ICON", "ORDER") if name not in literals]
    if missing:
        raise KeyError(f"{path.name} does not say {', '.join(missing)}")
    return PageFile(path, str(literals["TITLE"]), str(literals["ICON"]), int(literals["ORDER"]))
