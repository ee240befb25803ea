"""What the athlete weighed on a day: the entry nearest in time (SCIENCE 1.7)."""

import numpy as np
import pandas as pd

NEAREST_WITHIN = pd.Timedelta(days=90)


def body_mass_on(days: pd.Series, body_mass: pd.DataFrame) -> pd.Series:
    """For each day the body mass in kg of the nearest entry, the earlier of two; NaN beyond 90 days.

    body_mass: BODY_MASS.
    """
    entries = body_mass.dropna().drop_duplicates("date", keep="last").sort_values("date", ignore_index=True)
    if entries.empty:
        return pd.Series(np.nan, index=days.index, dtype="float64")
    distinct = pd.DataFrame({"date": np.sort(days.dropna().unique())}).astype(entries[["date"]].dtypes.to_dict())
    found = pd.merge_asof(distinct, entries, on="date", direction="nearest", tolerance=NEAREST_WITHIN)
    return days.map(found.set_index("date")["body_mass_kg"]).astype("float64")
