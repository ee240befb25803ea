"""The pieces that every page is made of. Words of our own go in as they are; foreign text through text.plain first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.analysis.counting.coverage import MappingCoverage
from lib.charts.look.finished import finished
from lib.model.vocabulary import Scheme
from lib.ui.kit import choice, record_choice, tables
from lib.ui.kit.download import as_csv
from lib.ui.shell import address, nav, state
from lib.wording.format import count, share_reached
from lib.wording.helper_words import WAYS
from lib.wording.text import FOOTER, plain

HELPERS_COUNTED: Final = {
    "as shown": Scheme.DEFAULT,
    "strictly": Scheme.STRICT,
    "permissively": Scheme.PERMISSIVE,
}
_STYLE: Final = Path(__file__).with_name("page.css")
_LOGO: Final = Path(__file__).with_name("logo.svg")
ICON: Final = Path(__file__).with_name("icon.svg")  # a file: icons by name would be fetched from elsewhere
# The one button of a figure saves it as an image; it shows while the pointer is on the figure.
_FIGURE_CONFIG: Final = {
    "displayModeBar": "hover",
    "displaylogo": False,
    "modeBarButtons": [["toImage"]],
    "scrollZoom": False,
    "doubleClick": False,
}


@dataclass(frozen=True, slots=True)
class Stat:
    """One number of a row: what it is, its value in the person's unit, and what it stands beside."""

    label: str
    value: str
    beside: str
    hint: str = ""


def frame_of_page() -> None:
    """What surrounds every page: the mark in the corner and our few lines of style."""
    st.logo(str(_LOGO), size="large")
    st.html(_STYLE)


def header(title: str, how: str) -> None:
    """The page's title, what is seen on it, and below how it is counted."""
    with st.container(gap="xxsmall"):
        st.title(title, anchor=False)
        st.caption(how)


def section(title: str, how: str = "") -> None:
    """A part of a page: what is seen, and how it is counted."""
    with st.container(gap="xxsmall"):
        st.subheader(title, anchor=False)
        if how:
            st.caption(how)


def stats(row: Sequence[Stat], key: str) -> None:
    """A row of numbers, two abreast on narrow screens."""
    with st.container(horizontal=True, gap="small", key=f"numbers_{key}"):
        for stat in row:
            with st.container(border=True, height="stretch", gap="xsmall"):
                st.metric(
                    stat.label,
                    stat.value,
                    stat.beside,
                    delta_color="off",
                    delta_arrow="off",
                    help=stat.hint or None,
                )


def draw(fig: Any, alt: str, key: str, on_select: Callable[[], None] | None = None) -> None:
    """A figure with its text alternative, which nobody changes from now on. on_select: called when a point was chosen; its points are in the state of key."""
    selecting: dict[str, Any] = {"on_select": on_select, "selection_mode": "points"} if on_select else {}
    st.plotly_chart(
        finished(fig),
        theme=None,
        key=key,
        alt=alt,
        config=_FIGURE_CONFIG | {"toImageButtonOptions": {"filename": f"legwork-{key}", "scale": 2}},
        **selecting,
    )


def selected_point(key: str) -> list[Any] | None:
    """The customdata of the point that was last chosen in the figure of this key; None when the choice was cleared."""
    points = st.session_state.get(key, {}).get("selection", {}).get("points", [])
    return points[0].get("customdata") if points else None


def choose(label: str, options: Sequence[str], default: str, key: str) -> str:
    """One of a few, kept in the address so that a view can be bookmarked and left by Back; the default keeps it short."""
    shown = choice.begin(key, options, default)
    return st.segmented_control(label, options, required=True, label_visibility="collapsed", **shown) or default


def attribution(key: str = "helpers") -> Scheme:
    """Whom the sets of helping muscles are credited to, kept in the address. Every muscle figure can be read in each way."""
    words = {scheme: name for name, scheme in HELPERS_COUNTED.items()}
    with st.container(horizontal=True, vertical_alignment="center", gap="small", width="content"):
        st.caption("Helpers counted:", width="content")
        chosen = choose("Helpers counted", list(HELPERS_COUNTED), words[Scheme.DEFAULT], key=key)
    st.caption(WAYS[HELPERS_COUNTED[chosen]], width="content")
    return HELPERS_COUNTED[chosen]


def coverage(found: MappingCoverage) -> None:
    """How many sets have a known exercise, the first three names without one, and the way there; nothing without sets."""
    if not found.sets:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(f"{share_reached(found.share)} of {count(found.sets)} sets mapped to muscles", width="content")
        if found.mapped < found.sets:
            nav.link("log/exercises.py", f"Map the other {count(found.sets - found.mapped)}", ":material/label:")
            named = ", ".join(plain(name, longest=40) for name in found.unmapped["name"].head(3))
            st.caption(named + (" …" if len(found.unmapped) > 3 else ""), width="content")


def missing(sentence: str) -> None:
    """What a page lacks, in one quiet sentence with the way to bring it."""
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(sentence)
        nav.link("data/import_files.py", "Bring files", ":material/upload_file:")


def empty_state(what: str) -> None:
    """The first visit: what this page will show, and the two ways to fill it."""
    with st.container(border=True, key="empty_state"):
        st.subheader("Nothing logged yet", anchor=False)
        st.markdown(what)
        with st.container(horizontal=True):
            nav.button("data/import_files.py", "Bring my files", ":material/upload_file:")
            st.button(
                "Look around with a sample athlete",
                icon=":material/directions_run:",
                on_click=state.enter_demo,
                key="enter_demo",
            )
        st.caption(
            "The sample athlete is invented and lives in a database of its own. Your files stay on this machine."
        )


def demo_banner() -> None:
    """A strip above every page while the sample athlete is shown, with the one click that leaves."""
    if not state.in_demo():
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="demo_banner"):
        st.markdown("You are looking at an **invented sample athlete**, not at your own training.")
        leave = "Leave the sample"
        st.button(leave, icon=":material/logout:", on_click=state.leave_demo, key="leave_demo", type="tertiary")


def place_of_rows() -> DeltaGenerator:
    """Where rows appear and go: a place of its own, so that the browser need not draw anew what stands below it."""
    return st.container(gap=None)


def rows_button(name: str, value: str) -> bool:
    """Opens rows and closes them, in the address as name=value. Whether they are open."""
    is_open = address.read(name) == value
    st.button(
        "Close the rows" if is_open else "Show the rows",
        key=f"{name}_{value}",
        icon=":material/table_rows:",
        type="tertiary",
        on_click=address.write,
        args=({name: "" if is_open else value},),
    )
    return is_open


def rows_behind(
    rows: pd.DataFrame, *, total: str, nothing: str, file_name: str, key: str, note: str = "", **how: Any
) -> None:
    """The rows that add up to a number, with their sum and a download. Foreign text is safe in st.dataframe.

    A row of a record opens it; in the file its record is the first column. note: below the sum. how: see tables.show.
    """
    if rows.empty:
        st.caption(nothing)
        return
    with st.container(gap="xxsmall"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.markdown(total, width="content")
            with st.container(horizontal=True, vertical_alignment="center", width="content", gap="small"):
                record_choice.show(rows, key)
                _download(rows, file_name, key)
        if note:
            st.caption(note)
    how["height"] = "auto" if len(rows) < 10 else how.get("height", 360)
    tables.show(rows, placeholder="–", key=f"{key}_rows", **how)


def _download(rows: pd.DataFrame, file_name: str, key: str) -> None:
    st.download_button(
        "CSV",
        partial(as_csv, rows),  # made on the click: a list of twenty years takes a while
        file_name,
        "text/csv",
        icon=":material/download:",
        type="tertiary",
        key=key,
        on_click="ignore",
    )


def footer() -> None:
    """What these pages are not."""
    st.caption(FOOTER)
