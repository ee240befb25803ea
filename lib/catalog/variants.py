"""An easier or a harder exercise in place of that of a template."""

from dataclasses import replace

from lib.catalog.exercises import exercises
from lib.catalog.resolve import resolve
from lib.catalog.template import TemplateItem
from lib.catalog.templates import load_mode_of, templates


def variant(item: TemplateItem, name: str) -> TemplateItem:
    """The item with the exercise of this name; the amounts stay. From there the way leads back to the first one.

    Back at an exercise of the project's own templates, all is as it stands there.
    """
    own = next((each for t in templates().values() for each in t.items if each.name == name), None)
    if own and item.name in (own.easier, own.harder):
        return replace(own, place=item.place, sets=item.sets)
    key = resolve(name).exercise
    exercise = exercises().get(key)
    return replace(
        item,
        name=name,
        exercise=key,
        per_side=item.per_side and bool(exercise and exercise.unilateral),
        load_mode=load_mode_of(exercise) if exercise else item.load_mode,
        how="",
        pause_s=None,
        easier=item.name if name == item.harder else "",
        harder=item.name if name == item.easier else "",
    )
