"""The closed lists of words that code, database and screens share."""

from enum import StrEnum


class Sport(StrEnum):
    """What an activity was. Only RUN counts as mileage; STRENGTH is a bout whose sets the source does not know."""

    RUN = "run"
    WALK = "walk"
    HIKE = "hike"
    RIDE = "ride"
    SWIM = "swim"
    ROW = "row"
    SKI = "ski"
    SKATE = "skate"
    ELLIPTICAL = "elliptical"
    STAIRS = "stairs"
    STRENGTH = "strength"
    MOBILITY = "mobility"
    TEAM = "team"
    OTHER = "other"


class SubSport(StrEnum):
    """How a run was done, where the source says so."""

    NONE = ""
    TRAIL = "trail"
    TREADMILL = "treadmill"
    TRACK = "track"
    VIRTUAL = "virtual"


class WorkoutType(StrEnum):
    """The purpose of an activity, where the source says so."""

    NONE = ""
    RACE = "race"
    LONG = "long"
    WORKOUT = "workout"


class Effort(StrEnum):
    """How hard a run was meant, by the person's own tag."""

    EASY = "easy"
    MODERATE = "moderate"
    HARD = "hard"
    LONG = "long"
    RACE = "race"


class RunVerdict(StrEnum):
    """How hard a run was, by the first rule that can tell (SCIENCE X2). FAST, for its length, says nothing of hard."""

    HARD = "hard"
    MODERATE = "moderate"
    EASY = "easy"
    LONG = "long"
    FAST = "fast"
    UNKNOWN = "unknown"


VERDICT_NAMES: dict[str, str] = {str(each): each.value for each in RunVerdict} | {"fast": "fast for its length"}


class Gap(StrEnum):
    """How far a leg session and a hard run are apart (SCIENCE X1). 48 h is a mark of the run that follows alone."""

    AT_LEAST_48 = "at_least_48"
    AT_LEAST_24 = "at_least_24"
    CLOSER = "closer"
    UNKNOWN = "unknown"
    NONE = "none"


class GapWhy(StrEnum):
    """What a Gap goes by: hours, dates alone, or why it cannot be told."""

    HOURS = "hours"
    NO_LENGTH = "no_length"
    DAYS_APART = "days_apart"
    NEXT_DAY = "next_day"
    SAME_DAY = "same_day"
    UNKNOWN_RUN = "unknown_run"
    NO_RUN = "no_run"
    NO_LOG = "no_log"


class HalfDay(StrEnum):
    """The two parts of a day that a session can be planned for."""

    AM = "am"
    PM = "pm"


class SetKind(StrEnum):
    """What the log says a set was. Warm-ups never count."""

    WORKING = "working"
    WARM_UP = "warm_up"
    DROP = "drop"
    FAILURE = "failure"


class LoadMode(StrEnum):
    """How the logged load acts: on a bar, added to or taken off the body, or not at all."""

    EXTERNAL = "external"
    ADDED = "added"
    ASSISTED = "assisted"
    BODYWEIGHT = "bodyweight"
    BAND = "band"


class Side(StrEnum):
    """The side a set trained, where the log says so."""

    BOTH = ""
    LEFT = "left"
    RIGHT = "right"


class Precision(StrEnum):
    """How exactly a source knows when a bout started."""

    SECOND = "second"
    MINUTE = "minute"
    DATE = "date"


class TimeBasis(StrEnum):
    """What the source wrote down: UTC, a wall clock with its offset, or a bare wall clock."""

    UTC = "utc"
    OFFSET = "offset"
    WALL_CLOCK = "wall_clock"


class RecordKind(StrEnum):
    """The two kinds of record that an import adds."""

    ACTIVITY = "activity"
    SESSION = "session"


class DuplicateVerdict(StrEnum):
    """What the person says of two records that seem to be one bout: both count, or the first one in place of the other."""

    DIFFERENT = "different"
    COUNTS = "counts"


class WhyNot(StrEnum):
    """Why a record does not count that is neither in the bin nor a duplicate."""

    LEFT_OUT = "left out"
    MOVED = "moved"


class DistanceUnit(StrEnum):
    KM = "km"
    MILE = "mi"


class WeightUnit(StrEnum):
    KG = "kg"
    POUND = "lb"


class DateOrder(StrEnum):
    """Which number comes first in 03/04/2025."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


class Weekday(StrEnum):
    """The day on which a week starts."""

    MONDAY = "monday"
    SUNDAY = "sunday"


class Question(StrEnum):
    """What a file may leave open and a person must say."""

    TIMEZONE = "timezone"
    WEIGHT_UNIT = "weight_unit"
    DISTANCE_UNIT = "distance_unit"
    DATE_ORDER = "date_order"
    MOST_ROWS_FAILED = "most_rows_failed"


class GoalKind(StrEnum):
    """What a weekly goal counts."""

    RUNS = "runs"
    DISTANCE = "distance_m"
    SESSIONS = "sessions"
    LOWER_SESSIONS = "lower_sessions"


class EventKind(StrEnum):
    """What is marked on the figures beside the training."""

    RACE = "race"
    ILLNESS = "illness"
    BREAK = "break"
    BLOCK = "block"
    OTHER = "other"


class CountAs(StrEnum):
    """How a logged set of an exercise is counted (SCIENCE 1.4)."""

    HARD_SET = "hard_set"
    HOLD = "hold"
    WARM_UP = "warmup"
    CONTACTS = "contacts"
    CARRY = "carry"
    CONDITIONING = "conditioning"


class Scheme(StrEnum):
    """The three ways to give credit to helping muscles (SCIENCE B1)."""

    STRICT = "strict"
    DEFAULT = "default"
    PERMISSIVE = "permissive"


class MuscleMeasure(StrEnum):
    """What a figure of muscles shows."""

    SETS = "sets"
    SESSIONS = "sessions"
    TONNAGE = "tonnage"


class NoTonnage(StrEnum):
    """Why a set has no tonnage (SCIENCE S4), the first that holds."""

    UNMAPPED = "unmapped"
    HOLD = "hold"
    BAND = "band"
    CORE = "core"
    NO_REPS = "no_reps"
    NO_LOAD = "no_load"
    NO_BODY_MASS = "no_body_mass"


class NoEstimate(StrEnum):
    """Why a set says nothing of a one-repetition maximum (SCIENCE S5), the first that holds."""

    UNMAPPED = "unmapped"
    WARM_UP = "warm_up"
    JUMP = "jump"
    NOT_A_SET = "not_a_set"
    HOLD = "hold"
    BAND = "band"
    ASSISTED = "assisted"
    CORE = "core"
    NO_REPS = "no_reps"
    NO_LOAD = "no_load"
    NO_BODY_MASS = "no_body_mass"
    SIDES = "sides"
    LOOKS_MISTYPED = "looks_mistyped"
    DROP = "drop"
    EASY = "easy"
    MANY_REPS = "many_reps"


class LiftChange(StrEnum):
    """What became of a lift, beyond how much it goes up and down from session to session anyway."""

    UP = "up"
    DOWN = "down"
    NOT_CLEAR = "no clear change"
    TOO_FEW = "too few"


class EffortKnown(StrEnum):
    """Where the session RPE of a bout comes from (SCIENCE L1); MISSING where it or the minutes are not known."""

    LOGGED = "logged"
    ESTIMATED = "estimated"
    MISSING = "missing"


class LegDayWord(StrEnum):
    """What a log says of runs soon after lower-body work; TOO_FEW runs, or an interval that holds zero: cannot be told."""

    SLOWER = "slower"
    FASTER = "faster"
    NOT_TOLD = "cannot be told"
    TOO_FEW = "too few"


class Bias(StrEnum):
    """Which muscle an exercise favours in hip extension (SCIENCE B2)."""

    GLUTES = "glutes"
    BOTH = "both"
    HAMSTRINGS = "hamstrings"


class Muscle(StrEnum):
    """The seventeen muscle groups of the table, the runner's nine first."""

    QUADRICEPS = "quadriceps"
    HAMSTRINGS = "hamstrings"
    GLUTES = "glutes"
    CALVES = "calves"
    HIP_FLEXORS = "hip_flexors"
    CORE = "core"
    UPPER_BACK = "upper_back_lats"
    SHOULDERS = "shoulders"
    BICEPS = "biceps"
    ADDUCTORS = "adductors"
    ABDUCTORS = "abductors"
    LOWER_BACK = "lower_back"
    CHEST = "chest"
    TRICEPS = "triceps"
    TRAPS = "traps"
    FOREARMS = "forearms"
    SHINS = "tibialis"


RUNNERS_NINE: tuple[Muscle, ...] = tuple(Muscle)[:9]
LOWER_BODY: tuple[Muscle, ...] = (
    Muscle.QUADRICEPS,
    Muscle.HAMSTRINGS,
    Muscle.GLUTES,
    Muscle.CALVES,
    Muscle.ADDUCTORS,
    Muscle.ABDUCTORS,
)

MUSCLE_NAMES: dict[Muscle, str] = {
    Muscle.QUADRICEPS: "Quadriceps",
    Muscle.HAMSTRINGS: "Hamstrings",
    Muscle.GLUTES: "Glutes",
    Muscle.CALVES: "Calves",
    Muscle.HIP_FLEXORS: "Hip flexors",
    Muscle.CORE: "Core",
    Muscle.UPPER_BACK: "Upper back",
    Muscle.SHOULDERS: "Shoulders",
    Muscle.BICEPS: "Biceps",
    Muscle.ADDUCTORS: "Adductors",
    Muscle.ABDUCTORS: "Abductors",
    Muscle.LOWER_BACK: "Lower back",
    Muscle.CHEST: "Chest",
    Muscle.TRICEPS: "Triceps",
    Muscle.TRAPS: "Traps",
    Muscle.FOREARMS: "Forearms",
    Muscle.SHINS: "Shins",
}
