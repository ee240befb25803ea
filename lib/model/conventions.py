"""The numbers of counting that could as well be others (SCIENCE 1.4 to 1.8, B1), and what a person may set them to."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace


@dataclass(frozen=True, slots=True)
class Conventions:
    """How sets are counted. Each field is explained in CONVENTIONS; the values here are the defaults.

    warm_up_share: of the heaviest load of the exercise in the session, 0 to 1. easy_below_rpe: 0 counts every set.
    similar_from, similar_to: ratios of two muscles' sets between which both are called similar.
    """

    shortest_hold_s: float = 15.0
    breath_s: float = 6.0
    easy_below_rpe: float = 6.0
    easy_few_reps_worth: float = 0.5
    high_reps: float = 30.0
    drop_set_worth: float = 0.5
    infer_warm_ups: bool = True
    warm_up_share: float = 0.6
    one_sided_reps_are_per_side: bool = True
    dumbbells_doubled: bool = False
    similar_from: float = 0.67
    similar_to: float = 1.5

    @property
    def similar(self) -> tuple[float, float]:
        """The band of "similar" as plain ratios. The bounds of its two fields keep 1 : 1 inside it."""
        return self.similar_from, self.similar_to


@dataclass(frozen=True, slots=True)
class Convention:
    """One field of Conventions as a person sees it. low, high and step are of the stored value.

    percent: shown as a percentage. grade: how well the default is supported, A to D. why: what it changes.
    """

    name: str
    title: str
    low: float
    high: float
    step: float
    grade: str
    why: str
    percent: bool = False

    @property
    def default(self) -> float:
        """The value that holds unless the person says otherwise; 1 and 0 for yes and no."""
        return float(getattr(DEFAULTS, self.name))

    @property
    def is_switch(self) -> bool:
        """Whether it is yes or no."""
        return isinstance(getattr(DEFAULTS, self.name), bool)


DEFAULTS = Conventions()
CONVENTIONS = (
    Convention("shortest_hold_s", "Shortest hold that counts (seconds)", 1, 300, 1, "D", "Shorter holds count 0."),
    Convention("breath_s", "One deep breath (seconds)", 1, 60, 1, "D", "Turns holds counted in breaths into seconds."),
    Convention(
        "easy_below_rpe",
        "A set is easy below RPE",
        0,
        10,
        0.5,
        "C",
        "Easy sets count 0, but for few reps at your usual load; 6 leaves more than four reps in reserve. 0 counts every set.",
    ),
    Convention(
        "easy_few_reps_worth",
        "An easy set of 1 to 6 reps at your usual load counts",
        0,
        1,
        0.5,
        "D",
        "Strength hardly needs closeness to failure, growth does. Lighter ones are warm-ups and count 0.",
    ),
    Convention(
        "high_reps", "Most reps that need no RPE", 5, 1000, 1, "D", "More reps without a logged RPE count half."
    ),
    Convention(
        "infer_warm_ups",
        "Recognise unmarked warm-ups",
        0,
        1,
        1,
        "D",
        "Only in logs that mark no set at all: light sets before the heaviest one count 0.",
    ),
    Convention(
        "warm_up_share",
        "An unmarked warm-up is lighter than (% of the heaviest set)",
        0.1,
        0.95,
        0.05,
        "D",
        "Of the same exercise in the same session.",
        percent=True,
    ),
    Convention(
        "one_sided_reps_are_per_side",
        "Reps of one-sided exercises are typed per side",
        0,
        1,
        1,
        "D",
        "Changes tonnage only: 8 reps per side move the load 16 times. Set counts stay.",
    ),
    Convention(
        "dumbbells_doubled",
        "Two dumbbells weigh twice what I type",
        0,
        1,
        1,
        "D",
        "Changes tonnage only, where an exercise uses a pair. Set counts stay.",
    ),
    Convention(
        "similar_from",
        "A balance is similar from a ratio of",
        0.1,
        0.99,
        0.01,
        "D",
        "Changes the words and the band on the balance only. Set counts stay.",
    ),
    Convention(
        "similar_to",
        "A balance is similar up to a ratio of",
        1.01,
        10,
        0.01,
        "D",
        "As wide as other ways of counting helpers commonly move a balance, no target.",
    ),
    Convention("drop_set_worth", "A drop set counts", 0, 1, 0.5, "D", "The set before it counts by itself."),
)
BY_NAME: Mapping[str, Convention] = {convention.name: convention for convention in CONVENTIONS}


def conventions_of(choices: Mapping[str, float]) -> Conventions:
    """The conventions with the person's values; names that nobody knows are passed over, values kept in bounds."""
    known = {name: _typed(BY_NAME[name], value) for name, value in choices.items() if name in BY_NAME}
    return replace(DEFAULTS, **known)  # type: ignore[arg-type]  # names and types come from the fields themselves


def values_of(conventions: Conventions) -> dict[str, float]:
    """The value of each convention by name; 1 and 0 for yes and no."""
    return {name: float(value) for name, value in asdict(conventions).items()}


def _typed(convention: Convention, value: float) -> float | bool:
    return bool(value) if convention.is_switch else min(max(value, convention.low), convention.high)
