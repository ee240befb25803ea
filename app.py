"""Legwork: strength per muscle beside the distance of the same weeks. Start with `streamlit run app.py`."""

import streamlit as st

from lib.ui import load, nav, parts, screen

st.set_page_config(page_title="Legwork", page_icon=str(parts.ICON), layout="wide")
parts.frame_of_page()
screen.watch()
load.athlete()
page = nav.navigation()
parts.demo_banner()
page.run()
