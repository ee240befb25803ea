"""Everything an athlete did, read once: the frames that every figure starts from."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property

import pandas as pd

from lib.analysis.counting.count_sets import CountingPreferences
from lib.analysis.counting.coverage import logged_periods
from lib.analysis.hard_runs.verdicts import run_verdicts, verdicts_of_days
from lib.analysis.records.plausible import set_aside, why_implausible
from lib.analysis.weeks.lifting_log import LiftingLog, lifting_log
from lib.catalog.credits import credit_table
from lib.catalog.resolve import resolve_names
from lib.importers.base import known_traits
from lib.model.athlete import Athlete
from lib.model.clock import HomeZones
from lib.model.conventions import conventions_of
from lib.model.exercise_mapping import OwnMapping
from lib.model.frames.own import BODY_MASS
from lib.model.traits import traits_of
from lib.model.vocabulary import Effort
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.own import athletes, exercise_mappings, home_zones, title_words
from lib.store.records import exports, frames, links
from lib.store.records.decided import counted_anyway


@dataclass(frozen=True, eq=False)
class Training:
    """The frames of one athlete (lib/model/frames/). Shared between views: never change one in place.

    own:         what the person said about exercises and counting.
    activities:  those that count; set_aside: SET_ASIDE, the runs that do not until the person decides.
    linked:      ids of the strength activities whose sets a session has.
    lifting:     the sets after counting, as `preferences` wants it. runs_logged: PERIODS that the logs of activities cover.
    exports:     EXPORTS: when the newest file of each source was written.
    body_mass:   BODY_MASS of the person and, on days without their own entry, of the lifting logs.
    home_zones:  where home was when; None where nobody said.
    heart_rates: HEART_RATES of the activities. title_words: what words of titles mean, by the person.
    """

    athlete: Athlete
    today: date
    activities: pd.DataFrame
    set_aside: pd.DataFrame
    linked: frozenset[int]
    sessions: pd.DataFrame
    sets: pd.DataFrame
    names: pd.DataFrame
    credits: pd.DataFrame
    preferences: CountingPreferences
    lifting: LiftingLog
    runs_logged: pd.DataFrame
    exports: pd.DataFrame
    goals: pd.DataFrame
    breaks: pd.DataFrame
    events: pd.DataFrame
    body_mass: pd.DataFrame
    own: OwnMapping
    home_zones: HomeZones | None
    heart_rates: pd.DataFrame
    title_words: Mapping[str, Effort | None]

    @cached_property
    def verdicts(self) -> pd.DataFrame:
        """RUN_VERDICTS of the runs that count, worked out when they are asked for first.

        Anew after every act, since one run can change what is fast or high for others.
        """
        highest = self.athlete.max_heart_rate_bpm
        return run_verdicts(self.activities, self.heart_rates, self.title_words, highest)

    def verdicts_of(self, first: date, last: date) -> pd.DataFrame:
        """RUN_VERDICTS of the runs of these days, both included, without working out those of all years."""
        days, highest = (first, last), self.athlete.max_heart_rate_bpm
        return verdicts_of_days(self.activities, self.heart_rates, self.title_words, highest, days)

    @property
    def empty(self) -> bool:
        """Whether there is nothing at all to show."""
        return self.activities.empty and self.sets.empty and self.set_aside.empty


def read_training(account: Account, today: date) -> Training:
    """Read an athlete's logs in one transaction and count every set."""
    with account.read() as conn:
        athlete = athletes.load_athlete(conn, account.athlete_id)
        linked = links.linked_activities(conn, account.athlete_id)
        every = frames.read_activities(conn, account.athlete_id)
        activities, aside = without_implausible(conn, account.athlete_id, every)
        sessions = frames.read_sessions(conn, account.athlete_id)
        sets = frames.read_sets(conn, account.athlete_id)
        aliases = frames.read_aliases(conn, account.athlete_id)
        own_credits = frames.read_own_credits(conn, account.athlete_id)
        own = exercise_mappings.read_mapping(conn, account.athlete_id)
        goals = frames.read_goals(conn, account.athlete_id)
        breaks = frames.read_breaks(conn, account.athlete_id)
        events = frames.read_events(conn, account.athlete_id)
        body_mass = read_body_mass(conn, account.athlete_id)
        written = _of_lists(exports.read_exports(conn, account.athlete_id))
        preferences = _read_preferences(conn, athlete, own)
        zones = home_zones.read_home_zones(conn, account.athlete_id)
        heart_rates = frames.read_heart_rates(conn, account.athlete_id)
        words = title_words.read_words(conn, account.athlete_id)
    names = resolve_names(sets["exercise_name"].unique(), aliases, own.exercises, own.taught)
    table = credit_table(own_credits)
    return Training(
        athlete=athlete,
        today=today,
        activities=activities,
        set_aside=aside,
        linked=linked,
        sessions=sessions,
        sets=sets,
        names=names,
        credits=table,
        preferences=preferences,
        lifting=lifting_log(sets, sessions, names, table, preferences, written),
        runs_logged=logged_periods(every, written),
        exports=written,
        goals=goals,
        breaks=breaks,
        events=events,
        body_mass=body_mass,
        own=own,
        home_zones=zones,
        heart_rates=heart_rates,
        title_words=words,
    )


def without_implausible(
    conn: Connection, athlete_id: int, activities: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """ACTIVITIES that count, and SET_ASIDE."""
    odd = activities.loc[why_implausible(activities) != "", "activity_id"]
    return set_aside(activities, counted_anyway(conn, athlete_id, odd))


def _of_lists(written: pd.DataFrame) -> pd.DataFrame:
    """EXPORTS without files of one recording each: that a bout was exported says nothing of the days after it."""
    known = known_traits()
    recordings = [source for source in written["source"] if traits_of(source, known).recording]
    return written[~written["source"].isin(recordings)].reset_index(drop=True)


def _read_preferences(conn: Connection, athlete: Athlete, own: OwnMapping) -> CountingPreferences:
    """What the person said of counting; how one-sided reps are typed stands with the units of the athlete."""
    conventions = conventions_of(own.conventions)
    return CountingPreferences(
        conventions=replace(conventions, one_sided_reps_are_per_side=athlete.one_sided_reps_are_per_side),
        count_as=own.count_as,
        kept=frames.read_kept_as_working(conn, athlete.id),
        breath_notes=frames.read_breath_notes(conn, athlete.id),
    )


def read_body_mass(conn: Connection, athlete_id: int) -> pd.DataFrame:
    """BODY_MASS, oldest first: of a day the person's own entry, else that of a lifting log."""
    own, logged = frames.read_body_mass(conn, athlete_id), frames.read_logged_body_mass(conn, athlete_id)
    both = pd.concat([own, logged[~logged["date"].isin(own["date"])]])
    return BODY_MASS.check(both.sort_values("date", ignore_index=True))


def local_today(account: Account, now: datetime) -> date:
    """The athlete's own date; the server's where the home zone is not known yet. now: with its zone."""
    with account.read() as conn:
        zones = home_zones.read_home_zones(conn, account.athlete_id)
    zone = zones.at(now.astimezone(UTC).replace(tzinfo=None)) if zones else None
    return now.astimezone(zone).date()
