"""The first screen in words: a sentence for each of its questions. Neutral: counts and what is usual, no verdict."""

from datetime import timedelta
from math import ceil, isnan
from typing import Final

from lib.analysis.balance.gates import both_sides
from lib.analysis.balance.words import Band, band_words, in_numbers
from lib.analysis.your_week.week import Amount, GoalOfWeek, YourWeek
from lib.model.vocabulary import MUSCLE_NAMES, DistanceUnit, GoalKind, Muscle
from lib.wording import format as say
from lib.wording.session_words import work_done

_ONE_LINE: Final = "\u00a0"
GOALS: Final = {
    GoalKind.RUNS: ("run", "runs"),
    GoalKind.SESSIONS: ("strength session", "strength sessions"),
    GoalKind.LOWER_SESSIONS: ("leg session", "leg sessions"),
}


def mileage(week: YourWeek, unit: DistanceUnit) -> str:
    """What was run so far beside what is usual by this weekday."""
    amount = week.distance
    if amount.until is None:
        return "No run log reaches this week"
    done = _together(say.distance(amount.done, unit, 1 if amount.done < 100_000 else 0))
    if isnan(amount.usual_by_now):
        return f"{done}{'' if _is_whole(week, amount) else ' so far'}"
    usual = _together(say.distance(amount.usual_by_now, unit, 0 if amount.usual_by_now >= 20_000 else 1))
    whole = _is_whole(week, amount)
    beside = f"a week usually has {usual}" if whole else f"by a {amount.until:%A} you usually have {usual}"
    return f"{done}; {beside}"


def lower_sets(week: YourWeek) -> str:
    """The sets of the lower body, likewise, and the ground contacts of jumps, which are no sets."""
    amount = week.lower_sets
    if amount.until is None:
        return "No strength log reaches this week"
    done = say.counted(amount.done, "lower-body set", "lower-body sets")
    whole = _is_whole(week, amount)
    if isnan(amount.usual_by_now):
        told = f"{done}{'' if whole else ' so far'}"
    else:
        by_now = "" if whole else f" by a {amount.until:%A}"
        told = f"{done}, usual {say.count(round(amount.usual_by_now, 1))}{by_now}"
    return told + (f"; jumps: {work_done(0.0, week.contacts)}" if week.contacts > 0 else "")


def _is_whole(week: YourWeek, amount: Amount) -> bool:
    """Whether the week is over and its log tells it to the end."""
    return week.is_over and amount.until == week.last


def balance_headline(week: YourWeek, word: str) -> str:
    """Both counts and their word: "36.5 : 28 sets, similar"."""
    found = week.balance
    if found.covered_days == 0:
        return "No strength log in these days"
    if not found.first and not found.second:
        words = both_sides(found.first, found.second, found.first_muscle, found.second_muscle)
        return words[:1].upper() + words[1:]
    return f"{say.count(found.first)} : {say.count(found.second)} sets" + (f", {word}" if word else "")


def balance_beside(week: YourWeek) -> str:
    """The ratio with its range, or why there is none."""
    found = week.balance
    if not found.shown:
        reason = f" {found.reason}." if found.reason and found.covered_days else ""
        return f"{say.days(found.from_date, found.to_date)}.{reason}"
    return f"{say.days(found.from_date, found.to_date)}. {in_numbers(found)} by how helping muscles are counted"


def log_ended(week: YourWeek) -> str:
    """That this is the last week that is known; "" where a log reaches this week or the one before."""
    if not week.log_ended:
        return ""
    logs = "Your log ends" if len(week.reaches) == 1 else "Your logs end"
    return f"{logs} there, {say.counted(week.ended_weeks, 'week', 'weeks')} ago"


def streak(week: YourWeek) -> str:
    """How long the streak of weeks with a leg day is, or with a run where there is no strength log."""
    what = "Leg day" if week.consistency.legs else "A run"
    found = week.consistency.streak
    if week.log_ended and found.current and found.current > 1:
        return f"{what} streak was {say.counted(found.current, 'week', 'weeks')} when the log ended"
    if found.current is None and found.last and found.last_week:
        until = say.day(found.last_week + timedelta(days=6))
        return f"{what} {say.counted(found.last, 'week', 'weeks')} in a row up to {until}; no log since"
    if found.current and found.current > 1:
        return f"{what} {say.counted(found.current, 'week', 'weeks')} in a row"
    known = week.consistency.weeks.dropna()
    return f"{what} in {say.of_weeks(int((known > 0).sum()), len(known))}" if len(known) else "No week is known yet"


def goal(found: GoalOfWeek, unit: DistanceUnit) -> str:
    """What is done of a goal: "2 of 2 leg sessions", "36 of 50 km"."""
    if found.kind == GoalKind.DISTANCE:
        return f"{say.distance(found.done, unit)} of {say.distance(found.target, unit)}"
    return f"{say.count(found.done)} of {say.counted(found.target, *GOALS[found.kind])}"


def goal_left(found: GoalOfWeek, unit: DistanceUnit) -> str:
    """What is left of a goal; "" where it is met or not known."""
    if isnan(found.left) or found.left <= 0:
        return ""
    return (
        say.distance(found.left, unit)
        if found.kind == GoalKind.DISTANCE
        else say.counted(found.left, *GOALS[found.kind])
    )


def open_muscle(muscle: str, done: float, usual: float, exercise: str) -> str:
    """How many sets a muscle has of its usual, and which exercise of the person's own trains it. exercise: safe in markdown."""
    fills = ceil(usual - done)
    own = f": {say.counted(fills, 'set', 'sets')} of {exercise} would fill it" if exercise else ""
    return f"{MUSCLE_NAMES[Muscle(muscle)]} {say.count(round(done, 1))} of {say.count(round(usual, 1))} sets{own}."


def as_text(week: YourWeek, band: Band, unit: DistanceUnit) -> list[str]:
    """The whole week in lines, for who reads it without a screen. band: which ratios are called similar."""
    last_known = "Last known week: " if week.log_ended else ""
    ended = log_ended(week)
    lines = [
        f"{last_known}{say.days(week.start, week.last)}, told up to {say.day(week.as_of)}",
        *([f"{ended}."] if ended else []),
        f"{mileage(week, unit)}.",
        f"{lower_sets(week)}.",
        f"{balance_headline(week, band_words(week.balance, band))}. {balance_beside(week)}".rstrip(),
        f"{streak(week)}.",
        *(f"Goal: {goal(each, unit)}." for each in week.goals),
        *(
            open_muscle(row["muscle"], row["done"], row["usual"], row["exercise"])
            for row in week.open.to_dict("records")
        ),
        *(f"Log of {each.source} to {say.day(each.last_day)}." for each in week.reaches),
    ]
    return [line.replace(_ONE_LINE, " ") for line in lines]


def _together(amount: str) -> str:
    """A number and its unit that stay on one line."""
    return amount.replace(" ", _ONE_LINE)
