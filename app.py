"""Legwork: strength per muscle beside the distance of the same weeks. Start with `streamlit run app.py`."""

import streamlit as st

from lib.ui.shell import warm_up

warm_up.finish()

from lib.ui.kit import parts  # noqa: E402
from lib.ui.shell import nav, queries, screen  # noqa: E402

st.set_page_config(page_title="Legwork", page_icon=str(parts.ICON), layout="wide")
parts.frame_of_page()
queries.begin_run()
page = nav.navigation()
screen.watch()  # after the navigation: its report must not interrupt the first run of a process (cold_start)
parts.demo_banner()
page.run()
