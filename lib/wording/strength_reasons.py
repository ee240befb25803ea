"""What strength is for in running, by the article's reasons: what trials found, in neutral words (SCIENCE 7, 10)."""

from typing import Final

from lib.model.region import number

EVEN: Final = (
    "The article wants the muscles around hip and knee trained evenly. A log counts sets; it does not measure strength, and no "
    "study sets a ratio as a target."
)
NOT_MEASURED: Final = {
    "VO₂max": "needs a measurement of breath; what a watch shows is an estimate of its own, and no log of sets says anything of it.",
    "Tightness": "is a feeling. How long a muscle is, or how it feels, stands in no log.",
    "Tendon strength": "changes over months and is seen by ultrasound, not in sets and loads.",
}


def economy() -> str:
    """What trials found of running economy. The numbers are those of the papers, written as the region does."""
    heavy, jumps = _effect(-0.32, -0.55, -0.10), _effect(-0.13, -0.47, 0.21)
    return (
        f"Strength training improved running economy, what a pace costs, on average in trials: pooled effect of heavy work {heavy}, "
        f"of jumps {jumps}, which holds zero; below 0 is a lower cost (Eihara 2022). The trials were small, and nobody can be "
        "blinded to lifting. In four of the five trials of one review what was called heavy was 40–70 % of the maximum "
        "(Balsalobre-Fernández 2016)."
    )


def injury() -> str:
    """What trials in runners found, and that nothing is claimed here."""
    own, supervised = _ratio(0.97, 0.57, 1.63), _ratio(0.66, 0.45, 0.97)
    return (
        "The article says that strength prevents injuries. In runners the evidence is mixed: ten minutes of own strength work three "
        f"times a week made no difference in 720 first-time marathoners (relative risk {own}; Toresdahl 2020); of 325 novices "
        f"those with supervised work for hip and core had fewer injuries (hazard ratio {supervised}), and those with work for ankle "
        "and foot more acute ones (Leppänen 2024). Legwork claims nothing about injury, and nothing here is a sign of it."
    )


def _effect(value: float, low: float, high: float) -> str:
    return f"{_signed(value)} (95 % interval {_signed(low)} to {_signed(high)})"


def _ratio(value: float, low: float, high: float) -> str:
    return f"{number(value, '.2f')}, {number(low, '.2f')} to {number(high, '.2f')}"


def _signed(value: float) -> str:
    return number(value, ".2f").replace("-", "−")
