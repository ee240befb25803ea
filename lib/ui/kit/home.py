"""The clock at home, by which moments of the history are told."""

from zoneinfo import ZoneInfo

import streamlit as st

from lib.model.clock import HomeZones, known_zones
from lib.services.preferences.settings import homes
from lib.store.account import Account


def home_of(account: Account) -> HomeZones:
    """The zones of the athlete; that of the browser until they are known. Its name comes from outside: an unknown one is UTC."""
    name = st.context.timezone
    return homes(account) or HomeZones(ZoneInfo(name if name in known_zones() else "UTC"))
