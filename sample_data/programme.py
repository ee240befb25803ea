"""Jona's strength sessions as planned: exercises with the loads of the first and the last weeks, and the sessions made of them."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Exercise:
    """first_kg, last_kg: load in the first and in the strongest week, None for body weight; step_kg: the smallest plate or bell.

    warm_ups: shares of the working load; hold_s: seconds of a hold in the first and in the strongest week;
    carry_m: metres of a carry.
    """

    first_kg: float | None = None
    last_kg: float | None = None
    step_kg: float = 2.5
    warm_ups: tuple[float, ...] = ()
    hold_s: tuple[int, int] | None = None
    carry_m: int | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One exercise of a session. reps: lowest and highest; superset: pair number; finish: kind of the last set."""

    exercise: str
    sets: int
    reps: tuple[int, int] = (8, 10)
    superset: int | None = None
    finish: str = "normal"


EXERCISES: Final = {
    "Squat (Barbell)": Exercise(45, 77.5, warm_ups=(0.45, 0.7)),
    "Goblet Squat": Exercise(16, 28, 4),
    "Leg Press (Machine)": Exercise(80, 145, 5, warm_ups=(0.6,)),
    "Leg Extension (Machine)": Exercise(27.5, 47.5),
    "Walking Lunge (Dumbbell)": Exercise(6, 16, 2),
    "Bulgarian Split Squat (Dumbbell)": Exercise(6, 18, 2),
    "Dumbbell Step Up": Exercise(8, 18, 2),
    "Sprinter Step-Up": Exercise(),
    "Romanian Deadlift (Barbell)": Exercise(35, 72.5, warm_ups=(0.6,)),
    "Single Leg Romanian Deadlift (Dumbbell)": Exercise(8, 20, 2),
    "Seated Leg Curl (Machine)": Exercise(25, 42.5),
    "Nordic Hamstring Curl": Exercise(),
    "Stability Ball Hip-Extension Hamstring Curl": Exercise(),
    "Single Leg Hip Thrust": Exercise(),
    "Hip Thrust (Barbell)": Exercise(45, 85, 5),
    "Standing Calf Raise (Machine)": Exercise(40, 80, 5),
    "Seated Calf Raise": Exercise(25, 45),
    "Single Leg Standing Calf Raise": Exercise(),
    "Half Kneeling Pallof Press": Exercise(7.5, 15),
    "Standing Hip Flexor March": Exercise(),
    "Hanging Knee Raise": Exercise(),
    "Stability Ball Front Plank": Exercise(hold_s=(30, 30)),
    "Plank": Exercise(hold_s=(40, 75)),
    "Side Plank": Exercise(hold_s=(25, 45)),
    "Bent Over Row (Barbell)": Exercise(30, 50, warm_ups=(0.65,)),
    "Lat Pulldown (Cable)": Exercise(35, 50),
    "Pull Up (Assisted)": Exercise(35, 12.5),
    "Overhead Press (Barbell)": Exercise(20, 32.5, warm_ups=(0.7,)),
    "Push Up": Exercise(),
    "Face Pull": Exercise(12.5, 20),
    "Bicep Curl (Dumbbell)": Exercise(7, 11, 1),
    "Hammer Curl (Dumbbell)": Exercise(8, 12, 1),
    "Shoulder Press (Dumbbell)": Exercise(8, 14, 2),
    "Farmers Walk": Exercise(14, 24, 2, carry_m=40),
    "Box Jump": Exercise(),
    "Dead Bug": Exercise(),
    "Passive Leg Lowering": Exercise(),
    "Hip Extension with Pause (3 s)": Exercise(),
    "Spiderman with Rotation": Exercise(),
    "Inchworm": Exercise(),
    # Home-made: no table of exercises knows these.
    "Hip Airplane thing": Exercise(),
    "Coach's foot circuit": Exercise(hold_s=(60, 60)),
}

# The apps call some exercises by another name.
STRONG_NAMES: Final = {"Leg Press (Machine)": "Leg Press", "Walking Lunge (Dumbbell)": "Walking Lunge"}
HEVY_NAMES: Final = {
    "Nordic Hamstring Curl": "Nordic Hamstrings Curls",
    "Half Kneeling Pallof Press": "Cable Core Palloff Press",
    "Bulgarian Split Squat (Dumbbell)": "Bulgarian Split Squat",
    "Seated Calf Raise": "Seated Calf Raise (Machine)",
}

ARTICLE: Final = (
    Slot("Dead Bug", 1, (6, 6)),
    Slot("Passive Leg Lowering", 1, (10, 10)),
    Slot("Hip Extension with Pause (3 s)", 1, (10, 10)),
    Slot("Spiderman with Rotation", 1, (6, 6)),
    Slot("Inchworm", 1, (6, 6)),
    Slot("Goblet Squat", 3, (8, 12), superset=0),
    Slot("Single Leg Hip Thrust", 3, (8, 8), superset=0),
    Slot("Sprinter Step-Up", 3, (8, 12), superset=1),
    Slot("Half Kneeling Pallof Press", 2, (12, 12), superset=1),
    Slot("Stability Ball Hip-Extension Hamstring Curl", 3, (10, 16), superset=2),
    Slot("Stability Ball Front Plank", 2, superset=2),
)
FULL: Final = (
    Slot("Squat (Barbell)", 3, (6, 8)),
    Slot("Romanian Deadlift (Barbell)", 2, (8, 10)),
    Slot("Bent Over Row (Barbell)", 3, (8, 10), superset=0),
    Slot("Overhead Press (Barbell)", 2, (6, 8), superset=0),
    Slot("Standing Calf Raise (Machine)", 3, (10, 14)),
    Slot("Bicep Curl (Dumbbell)", 2, (10, 12)),
    Slot("Coach's foot circuit", 1),
    Slot("Plank", 2),
)
UPPER: Final = (
    Slot("Pull Up (Assisted)", 3, (5, 8), finish="failure"),
    Slot("Overhead Press (Barbell)", 3, (6, 8)),
    Slot("Bent Over Row (Barbell)", 3, (8, 10)),
    Slot("Push Up", 2, (10, 18), superset=0, finish="failure"),
    Slot("Face Pull", 3, (12, 15), superset=0),
    Slot("Hammer Curl (Dumbbell)", 3, (9, 12), superset=1, finish="drop"),
    Slot("Hanging Knee Raise", 3, (8, 12), superset=1),
    Slot("Farmers Walk", 2),
)
SQUATS: Final = (
    Slot("Box Jump", 2, (4, 5)),
    Slot("Squat (Barbell)", 4, (5, 8)),
    Slot("Leg Press (Machine)", 3, (8, 12)),
    Slot("Leg Extension (Machine)", 2, (10, 14), superset=0, finish="drop"),
    Slot("Seated Leg Curl (Machine)", 3, (10, 12), superset=0),
    Slot("Standing Calf Raise (Machine)", 3, (10, 14)),
    Slot("Coach's foot circuit", 1),
    Slot("Plank", 2, superset=1),
    Slot("Bicep Curl (Dumbbell)", 2, (10, 12), superset=1),
)
LUNGES: Final = (
    Slot("Hip Airplane thing", 2, (5, 6)),
    Slot("Walking Lunge (Dumbbell)", 3, (8, 12)),
    Slot("Dumbbell Step Up", 3, (8, 10)),
    Slot("Leg Extension (Machine)", 2, (10, 14), finish="failure"),
    Slot("Single Leg Romanian Deadlift (Dumbbell)", 2, (8, 10), superset=0),
    Slot("Standing Hip Flexor March", 2, (10, 12), superset=0),
    Slot("Lat Pulldown (Cable)", 3, (8, 12), superset=1),
    Slot("Shoulder Press (Dumbbell)", 2, (8, 10), superset=1),
    Slot("Side Plank", 2),
)
HINGE: Final = (
    Slot("Romanian Deadlift (Barbell)", 3, (6, 10)),
    Slot("Squat (Barbell)", 4, (5, 8)),
    Slot("Leg Press (Machine)", 3, (8, 12)),
    Slot("Nordic Hamstring Curl", 2, (4, 7), finish="failure"),
    Slot("Single Leg Hip Thrust", 2, (8, 10), superset=0),
    Slot("Hanging Knee Raise", 2, (8, 12), superset=0),
    Slot("Seated Calf Raise", 3, (10, 14)),
    Slot("Coach's foot circuit", 1),
    Slot("Bent Over Row (Barbell)", 2, (8, 10)),
)
CURLS: Final = (
    Slot("Hip Airplane thing", 2, (5, 6)),
    Slot("Bulgarian Split Squat (Dumbbell)", 3, (8, 10)),
    Slot("Goblet Squat", 3, (8, 12)),
    Slot("Seated Leg Curl (Machine)", 3, (10, 12), finish="drop"),
    Slot("Hip Thrust (Barbell)", 2, (8, 10), superset=0),
    Slot("Single Leg Standing Calf Raise", 3, (10, 15), superset=0),
    Slot("Lat Pulldown (Cable)", 3, (8, 12), superset=1),
    Slot("Overhead Press (Barbell)", 2, (6, 8), superset=1),
    Slot("Bicep Curl (Dumbbell)", 2, (9, 12), superset=2),
    Slot("Side Plank", 2, superset=2),
)

# The title and its variants as typed on different days.
SESSIONS: Final[dict[str, tuple[tuple[str, ...], tuple[Slot, ...]]]] = {
    "article": (("Runner's strength", "Runner's strength", "Runner’s strength, short"), ARTICLE),
    "full": (("Ganzkörper für Läufer", "Ganzkörper", "Full body"), FULL),
    "upper": (("Oberkörper", "Upper + core", "Pull & press"), UPPER),
    "squats": (("Leg day 🦵", "Lower A", "Lower A"), SQUATS),
    "lunges": (("Lower B", "Lower B", "Lower B, dumbbells"), LUNGES),
    "hinge": (("Posterior A", "Posterior A", "Hinge day"), HINGE),
    "curls": (("Posterior B", "Posterior B", "Single leg & curls"), CURLS),
}
