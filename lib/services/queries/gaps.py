"""Where the logs of an athlete are silent for long."""

from typing import NamedTuple

import pandas as pd

from lib.analysis.counting.gaps import log_gaps
from lib.services.queries.training import Training


class Gaps(NamedTuple):
    """LOG_GAPS of activities of any sport, and of strength sessions."""

    running: pd.DataFrame
    strength: pd.DataFrame


def gaps_of(training: Training) -> Gaps:
    """Stretches of more than 28 days without an entry inside the logs."""
    days = pd.concat([training.activities["local_date"], training.set_aside["local_date"]])
    return Gaps(
        log_gaps(days, training.runs_logged, training.today),
        log_gaps(training.sessions["local_date"], training.lifting.periods, training.today),
    )
