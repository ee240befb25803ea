"""What is strength for, and what can a log say of it? The article's three reasons, and what nobody measures here."""

import streamlit as st

from lib.analysis.weeks.running import only_runs
from lib.ui.kit import parts
from lib.ui.shell import queries
from lib.ui.strength_for_running import economy, even_work, leg_days
from lib.wording.strength_reasons import NOT_MEASURED, injury

TITLE = "What strength is for"
ICON = ":material/help_center:"
ORDER = 7


def main() -> None:
    training = queries.training()
    parts.header(
        "What strength is for", "Why runners lift, by the coaching article, and what your log can say of each reason."
    )
    if training.empty:
        parts.empty_state("This page will say what your log can tell of the reasons for which runners lift.")
        return
    if training.sets.empty:
        parts.missing("Only runs so far: what is said of strength needs the export of a lifting app.")
    even_work.show(training)
    economy.show(training)
    if only_runs(training.activities).empty:
        parts.missing("Only lifting so far: what leg days do to runs needs a running app’s export.")
    elif not training.sets.empty:
        leg_days.show(training)
    parts.section("Injury")
    st.markdown(injury())
    parts.section("Not measured")
    for what, why in NOT_MEASURED.items():
        st.markdown(f"**{what}** {why}")


main()
parts.footer()
