"""The person's own word on counting. All of the past follows at once."""

from dataclasses import replace
from typing import Final

from lib.model.conventions import BY_NAME
from lib.model.vocabulary import CountAs
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.own import athletes, counting_choices
from lib.store.records.records import session_name

# Kept with the units of the athlete, since importers may ask for it as well.
_OF_THE_ATHLETE: Final = "one_sided_reps_are_per_side"


def set_convention(account: Account, name: str, value: float) -> None:
    """Count by this value from now on. ValueError outside the convention's bounds, KeyError for an unknown name."""
    convention = BY_NAME[name]
    if not convention.low <= value <= convention.high:
        raise ValueError(f"{convention.title}: {convention.low:g} to {convention.high:g}")
    with account.write() as conn:
        if name == _OF_THE_ATHLETE:
            _set_reps_per_side(conn, account.athlete_id, bool(value))
        elif value == convention.default:
            counting_choices.reset_choice(conn, account.athlete_id, name)
        else:
            counting_choices.set_choice(conn, account.athlete_id, name, value)


def reset_convention(account: Account, name: str) -> None:
    """Back to the default."""
    set_convention(account, name, BY_NAME[name].default)


def count_exercise_as(account: Account, exercise: str, count_as: CountAs | None) -> None:
    """Count every set of an exercise in another way than the table says; None: as the table says again.

    exercise: its key. HARD_SET makes a drill training.
    """
    with account.write() as conn:
        if count_as is None:
            counting_choices.reset_count_as(conn, account.athlete_id, exercise)
        else:
            counting_choices.set_count_as(conn, account.athlete_id, exercise, count_as)


def keep_as_working(account: Account, session_id: int, exercise_name: str) -> None:
    """What looks like warm-ups of an exercise in a session were working sets. StoreError for an unknown session."""
    with account.write() as conn:
        source, source_key = session_name(conn, account.athlete_id, session_id)
        counting_choices.keep_as_working(conn, account.athlete_id, source, source_key, exercise_name)


def take_for_warm_ups(account: Account, session_id: int, exercise_name: str) -> None:
    """Let the rule decide about them again. StoreError for an unknown session."""
    with account.write() as conn:
        source, source_key = session_name(conn, account.athlete_id, session_id)
        counting_choices.take_for_warm_ups(conn, account.athlete_id, source, source_key, exercise_name)


def _set_reps_per_side(conn: Connection, athlete_id: int, per_side: bool) -> None:
    athlete = athletes.load_athlete(conn, athlete_id)
    athletes.save_settings(conn, replace(athlete, one_sided_reps_are_per_side=per_side))
