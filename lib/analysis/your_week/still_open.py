"""What a week still lacks of the usual, muscle by muscle, and the exercise of the person's own that would fill it."""

from datetime import date
from typing import Final

import pandas as pd

from lib.model.frames.weeks import OPEN_MUSCLES
from lib.model.vocabulary import RUNNERS_NINE

OWN_WEEKS: Final = 26  # how far back an exercise still is one of the person's own


def open_muscles(muscles: pd.DataFrame, muscle_sets: pd.DataFrame, on: date) -> pd.DataFrame:
    """OPEN_MUSCLES of the runner's nine, the largest gap first: those with fewer sets than usual.

    muscles: WEEK_USUAL. muscle_sets: MUSCLE_SETS of the whole log; the exercises of the half year up to `on` are the person's own.
    """
    nine = muscles[muscles["muscle"].isin([str(muscle) for muscle in RUNNERS_NINE])]
    below = nine[nine["hard_sets"] < nine["usual"]]
    order = (below["usual"] - below["hard_sets"]).sort_values(ascending=False, kind="stable").index
    found = below.loc[order, ["muscle", "hard_sets", "usual"]].set_axis(["muscle", "done", "usual"], axis=1)
    own = own_exercises(muscle_sets, on)
    return OPEN_MUSCLES.make(found.assign(exercise=found["muscle"].map(own).fillna("")))


def own_exercises(muscle_sets: pd.DataFrame, on: date) -> dict[str, str]:
    """For each muscle the exercise, as the person writes it, that trained it most of the half year up to `on`.

    Sets whose main muscle it is; shared with other main muscles they weigh less, so that a squat fills the quadriceps
    before the glutes. The latest of two that weigh the same. Muscles without one are left out.
    """
    since = pd.Timestamp(on) - pd.Timedelta(weeks=OWN_WEEKS)
    recent = muscle_sets["primary"] & muscle_sets["local_date"].between(since, pd.Timestamp(on))
    done = muscle_sets.loc[recent & (muscle_sets["default"] > 0)]
    mains = done.groupby(["session_id", "position"])["muscle"].transform("size")
    weighed = done.assign(weight=done["default"] / mains).groupby(["muscle", "exercise_name"], observed=True)
    ranked = weighed.agg(weight=("weight", "sum"), latest=("local_date", "max")).reset_index()
    ranked = ranked.sort_values(["weight", "latest", "exercise_name"], ascending=[False, False, True])
    best = ranked.drop_duplicates("muscle")
    return dict(zip(best["muscle"].astype(str), best["exercise_name"].astype(str), strict=True))
