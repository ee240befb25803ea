"""Which exercises are done with a dumbbell in each hand (SCIENCE 1.8)."""

from typing import Final

from lib.catalog.exercises import exercises

# With one dumbbell, held by both hands or against the body.
_ONE: Final = frozenset(
    {
        "sumo_squat",
        "heel_elevated_squat",
        "jefferson_curl",
        "dumbbell_swing",
        "hip_thrust_dumbbell",
        "single_leg_hip_thrust_dumbbell",
        "glute_bridge_dumbbell",
        "leg_curl_dumbbell",
        "plank_pull_through",
        "leaning_lateral_raise",
        "pullover_dumbbell",
        "preacher_curl_dumbbell",
        "preacher_hammer_curl",
        "triceps_extension_dumbbell",
        "snatch_dumbbell",
    }
)
# One-sided work that leaves a hand free for each dumbbell; of one-sided rows, curls and twists one dumbbell is meant.
_LEGS: Final = frozenset({"lunge", "lunge_lateral", "split_squat", "step_up", "hinge_single_leg", "squat_single_leg"})


def uses_a_pair(exercise: str, *, one_arm: bool = False) -> bool:
    """Whether a set of this exercise moves two dumbbells. exercise: its key. one_arm: the name as logged says so."""
    known = exercises().get(exercise)
    if known is None or known.equipment != "dumbbell" or exercise in _ONE or one_arm:
        return False
    return not known.unilateral or known.pattern in _LEGS
