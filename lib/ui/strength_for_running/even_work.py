"""The first reason: both ratios, quadriceps to hamstrings and glutes to hamstrings, as counted on the page Balance."""

from typing import Final

import streamlit as st

from lib.analysis.balance.words import balance_sentence, band_words
from lib.services.queries.training import Training
from lib.ui.balance.extras import hips_of
from lib.ui.kit import parts
from lib.ui.shell import nav, queries
from lib.wording import format as say
from lib.wording.hip_words import hip_sentence
from lib.wording.strength_reasons import EVEN

_DAYS: Final = 84


def show(training: Training) -> None:
    """Both ratios of twelve weeks in a sentence each, and the way to what is behind them."""
    parts.section("Even work", EVEN)
    if training.sets.empty:
        return
    found = queries.balance(_DAYS)
    word = band_words(found, training.preferences.conventions.similar)
    ratio = say.ratio(found.log2) if found.shown else "no ratio"
    st.markdown(f"**Quadriceps to hamstrings: {ratio}**{f', {word}' if word else ''}. {balance_sentence(found)}")
    st.markdown(f"**Glutes and hamstrings in hip extension**: {hip_sentence(hips_of(training, _DAYS))}")
    nav.link("dashboard/balance.py", "The exercises behind both", ":material/balance:")
