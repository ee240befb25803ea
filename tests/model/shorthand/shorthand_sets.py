"""Sets as the tests of shorthand expect them, and all that shorthand can say."""

from hypothesis import strategies as st

from lib.model.limits import MAX_DISTANCE_M, MAX_DURATION_S, MAX_LOAD_KG, MAX_NAME, MAX_REPS
from lib.model.records import LiftingSet
from lib.model.shorthand.characters import clean_name, clean_note
from lib.model.units import from_kilograms, kilograms
from lib.model.vocabulary import LoadMode, SetKind, Side, WeightUnit


def said(reps=None, *, kg=None, lb=None, mode=None, s=None, m=None, rpe=None, kind="working", **more):
    """One set without its name. mode: by default that of a plain load, or of none."""
    value, unit = (kg, WeightUnit.KG) if lb is None else (lb, WeightUnit.POUND)
    return LiftingSet(
        "",
        kind=SetKind(kind),
        reps=reps,
        load_kg=None if value is None else kilograms(value, unit),
        load_value=value,
        load_unit=None if value is None else unit,
        load_mode=LoadMode(mode or ("bodyweight" if value is None else "external")),
        duration_s=s,
        distance_m=m,
        set_rpe=rpe,
        side=Side(more.pop("side", "")),
        **more,
    )


NAMES = (
    "Squat (Barbell)",
    "90/90 Hip Lift",
    "T-Bar Row",
    "Warrior 3",
    "21s Curl",
    "45 Degree Leg Press",
    "Hip Extension with Pause (3 s)",
    "C2 Row",
    "Plank 1:00",
    "Prone W",
    "Curl - L",
    'Box Jump 20"',
    "Squat, low bar; belt",
    "Kniebeuge",
    "スクワット",
    "Squat 3x8",
    "Row:",
)
# Characters that mean something in shorthand come often.
_MARKS = st.sampled_from(list('0123456789xX×@,;:"“\\/-+()[]. \n\tkgslbrpwdfABCm?'))
_TEXTS = (
    st.text()
    | st.text(_MARKS)
    | st.lists(st.sampled_from([*NAMES, "3x8", "@60", "rpe 8", "w", "/side", "A1:"])).map(" ".join)
)
names = st.sampled_from(NAMES) | _TEXTS.map(lambda text: clean_name(text)[:MAX_NAME].strip()).filter(bool)
notes = st.just("") | _TEXTS.map(clean_note)
texts = _TEXTS | st.lists(
    st.sampled_from(["squat", "3x8", "8,8,7", "@60kg", "@8", "rpe 8", "left", ",", ";", '"', "(", "30s", "x"])
).map(" ".join)


def _positive(most):
    return st.none() | st.floats(0, most, exclude_min=True)


@st.composite
def loads(draw):
    """load_kg, load_value, load_unit, load_mode as shorthand can say them."""
    mode = draw(st.sampled_from(LoadMode))
    unit = draw(st.sampled_from(WeightUnit))
    value = draw(_positive(from_kilograms(MAX_LOAD_KG, unit)))
    if mode is LoadMode.BODYWEIGHT or value is None or not 0 < kilograms(value, unit) <= MAX_LOAD_KG:
        return None, None, None, mode
    return kilograms(value, unit), value, unit, mode


@st.composite
def sets(draw, name=names):
    """Every LiftingSet that shorthand has words for."""
    load_kg, load_value, load_unit, load_mode = draw(loads())
    return LiftingSet(
        draw(name),
        kind=draw(st.sampled_from(SetKind)),
        reps=draw(st.none() | st.integers(0, MAX_REPS)),
        load_kg=load_kg,
        load_value=load_value,
        load_unit=load_unit,
        load_mode=load_mode,
        duration_s=draw(_positive(MAX_DURATION_S)),
        distance_m=draw(_positive(MAX_DISTANCE_M)),
        set_rpe=draw(st.none() | st.floats(1, 10)),
        side=draw(st.sampled_from(Side)),
        superset=draw(st.just("") | st.sampled_from("ABZ") | st.integers(0, 999).map(str)),
        note=draw(notes),
    )


def sessions():
    """Sets of few names and superset letters, some of them again and again, as in a session."""
    few = st.lists(sets(st.sampled_from(NAMES[:4])), max_size=4)
    repeated = few.flatmap(lambda some: st.lists(st.sampled_from(some), max_size=12) if some else st.just([]))
    return repeated | st.lists(sets(), max_size=4)
