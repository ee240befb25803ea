"""Legwork: strength per muscle beside the distance of the same weeks. Start with `streamlit run app.py`."""

import streamlit as st

from lib.ui.shell import boundary, leftovers, turns, warm_up

if __name__ != "__main__":  # imported by the server, which asks what to serve and how
    app = st.App(__file__, **boundary.settings())
else:  # a run of the script, for one visitor
    warm_up.finish()
    from lib.ui.kit import parts, writing
    from lib.ui.record import dialog as record
    from lib.ui.shell import nav, queries, screen

    with leftovers.cleared(), turns.in_turn():  # what is cleared away must not keep the next one waiting
        st.set_page_config(page_title="Legwork", page_icon=str(parts.ICON), layout="wide")
        parts.frame_of_page()
        page = nav.navigation()
        # The screen after the navigation: its report must not interrupt the first run of a process (cold_start).
        before = (queries.begin_run, writing.begin, screen.watch, parts.demo_banner)
        boundary.run(*before, page.run, record.show_asked, writing.end)
