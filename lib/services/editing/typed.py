"""From what a person types, or a template, to the sets that are kept."""

from collections.abc import Sequence
from typing import NamedTuple

from lib.catalog.template import Template
from lib.catalog.template_sets import sets_of_template
from lib.catalog.templates import templates
from lib.importers.lifting.words import load_mode
from lib.model.athlete import Athlete
from lib.model.errors import TrainingDataError
from lib.model.records import LiftingSet
from lib.model.shorthand.parse import parse
from lib.model.shorthand.result import Shorthand
from lib.model.vocabulary import LoadMode
from lib.services.editing.own_templates import read_own
from lib.store.account import Account
from lib.store.own import athletes


class TemplateSets(NamedTuple):
    """A template and its sets at the lower end of each range; loads that nobody knows are open."""

    template: Template
    sets: tuple[LiftingSet, ...]


def read_shorthand(athlete: Athlete, text: str) -> Shorthand:
    """The lines and mistakes of a session as it was typed, in the person's own units."""
    return parse(text, athlete.weight_unit, reps_are_per_side=athlete.one_sided_reps_are_per_side)


def sets_of_text(athlete: Athlete, text: str) -> tuple[LiftingSet, ...]:
    """The sets of a session as it was typed. TrainingDataError with every mistake and the word that it is about."""
    read = read_shorthand(athlete, text)
    if read.mistakes:
        raise TrainingDataError(" ".join(f"“{text[each.start : each.end]}”: {each.why}" for each in read.mistakes))
    return with_load_modes(read.sets)


def with_load_modes(sets: Sequence[LiftingSet]) -> tuple[LiftingSet, ...]:
    """The same sets, the load of an assisted pull-up helping and that of a weighted dip added, as importers read them."""
    return tuple(_with_load_mode(each) for each in sets)


def every_template(account: Account) -> dict[str, Template]:
    """The templates of the article, then the person's own by title, by key."""
    return {**templates(), **{each.key: each for each in read_own(account)}}


def template_sets(account: Account, key: str) -> TemplateSets:
    """The sets of a template. TrainingDataError naming those that there are."""
    known = every_template(account)
    if key not in known:
        raise TrainingDataError(f"There is no template {key}. There are: {', '.join(known)}.")
    with account.read() as conn:
        athlete = athletes.load_athlete(conn, account.athlete_id)
    sets = sets_of_template(known[key], reps_are_per_side=athlete.one_sided_reps_are_per_side)
    return TemplateSets(known[key], sets)


def _with_load_mode(each: LiftingSet) -> LiftingSet:
    if each.load_mode not in (LoadMode.EXTERNAL, LoadMode.BODYWEIGHT) or each.load_kg is None:
        return each
    return each._replace(load_mode=load_mode(each.exercise_name, each.note, loaded=bool(each.load_kg)))
