"""What is in a planned leg session, and how it is begun."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from itertools import chain, repeat
from typing import Final

import pandas as pd

from lib.analysis.planning.filling import FamiliarExercise, FilledSession, fill, is_at_hand, left_of
from lib.analysis.planning.lacking import lacking
from lib.analysis.planning.placements import Placement
from lib.analysis.planning.week import WeekToPlan
from lib.analysis.your_week.still_open import own_exercises
from lib.catalog.template import Template, TemplateError, TemplateItem
from lib.catalog.template_json import template_of_json, template_to_json
from lib.catalog.template_sets import template_of_sets
from lib.catalog.templates import templates
from lib.model.limits import MAX_NAME
from lib.model.plan import PlannedSession
from lib.model.record_id import RecordId
from lib.model.vocabulary import Muscle, RecordKind
from lib.model.weeks import week_start
from lib.services.editing.sets import sets_of
from lib.services.editing.typed import every_template
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly
from lib.services.unfinished import keep, plan
from lib.services.unfinished.session import Unfinished
from lib.store.account import Account

TITLE: Final = "Leg session"
_LONG_AGO: Final = timedelta(weeks=8)


def filled_sessions(account: Account, training: Training, weekly: Weekly, number: int) -> list[FilledSession]:
    """What leg sessions would have, by what the last four weeks lacked: of an own template, the last leg session, or the article's.

    The second is filled by what the first one leaves. Fewer where nothing trains the lower body.
    """
    known = templates_to_take(account, training)
    names = dict(zip(training.names["exercise_name"], training.names["exercise"], strict=True))
    own = {
        Muscle(muscle): FamiliarExercise(name, names.get(name, ""))
        for muscle, name in own_exercises(training.lifting.muscle_sets, training.today).items()
    }
    lack = lack_of(training, weekly)
    found: list[FilledSession] = []
    while len(found) < number and (filled := fill(known, lack, own, at_hand(training))):
        found.append(filled)
        lack = left_of(lack, filled.template.items)
    return found


def lack_of(training: Training, weekly: Weekly) -> Mapping[Muscle, float]:
    """What the last four whole weeks lacked of the person's usual."""
    return lacking(weekly.sets, pd.Timestamp(week_start(training.today, training.athlete.first_weekday)))


def templates_to_take(account: Account, training: Training) -> tuple[Template, ...]:
    """Own templates, the last leg session, and those of the article."""
    own = [each for each in every_template(account).values() if each.key not in templates()]
    return (*own, *_last_time(account, training), *templates().values())


def _last_time(account: Account, training: Training) -> list[Template]:
    """The last leg session to be done again; none where the last one is long ago or has no sets."""
    legs = training.lifting.strength_sessions
    recent = legs[legs["lower"] & (legs["local_date"] >= pd.Timestamp(training.today - _LONG_AGO))]
    if recent.empty:
        return []
    last = recent.iloc[-1]
    sets = [each.set for each in sets_of(account, RecordId(RecordKind.SESSION, int(last["session_id"]))).placed]
    try:
        return [template_of_sets(last["title"][:MAX_NAME] or TITLE, sets)]
    except TemplateError:
        return []


def at_hand(training: Training) -> frozenset[str] | None:
    """The equipment that the person has; None: everything."""
    said = training.athlete.equipment
    return None if said is None else frozenset(each for each in said.split(",") if each)


def not_at_hand(training: Training, template: Template) -> list[str]:
    """The exercises of a template that need what the person does not have."""
    there = at_hand(training)
    return list(dict.fromkeys(each.name for each in template.items if not is_at_hand(each.exercise, there)))


def as_planned(week: WeekToPlan, placement: Placement, filled: Sequence[FilledSession]) -> list[PlannedSession]:
    """The sessions of a placement, with what is to be done in each."""
    told = [(each.template.title, items_of(each.template)) for each in filled]
    return [
        PlannedSession(each.start, week.hours.minutes, title, each.slot in week.pins, items)
        for each, (title, items) in zip(placement.sessions, chain(told, repeat((TITLE, "[]"))), strict=False)
    ]


def contents_words(session: PlannedSession, asked: Callable[[TemplateItem], str]) -> str:
    """What is done in a planned session, a line each. asked: what an item asks for, in words."""
    template = template_of(session)
    return "\n".join(f"{item.name}: {asked(item)}" for item in template.items) if template else ""


def items_of(template: Template | None) -> str:
    """The items of a session as they are stored."""
    return "[]" if template is None else json.dumps(template_to_json(template), ensure_ascii=False)


def template_of(session: PlannedSession) -> Template | None:
    """The template of a planned session; None where it has no items."""
    try:
        return template_of_json(json.loads(session.items))
    except (TemplateError, ValueError):
        return None


def begin(account: Account, training: Training, session: PlannedSession, zone: str | None) -> Unfinished:
    """Begin a planned session as the checklist, filled in with what was done last time. StoreError, TemplateError."""
    template = template_of(session)
    if template is None:
        raise TemplateError("This session has no exercises. Log it by a template or as text.")
    return keep.begin(account, template, plan.last_time_of(training.sets, training.names), zone)
