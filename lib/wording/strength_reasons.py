"""What strength is for in running, by the article's reasons: what trials found, in neutral words (SCIENCE 7, 10)."""

from typing import Final

EVEN: Final = (
    "The article wants the muscles around hip and knee trained evenly. A log counts sets; it does not measure strength, and no "
    "study sets a ratio as a target."
)
ECONOMY: Final = (
    "Strength training improved running economy, what a pace costs, on average in trials: pooled effect of heavy work −0.32 "
    "(95 % interval −0.55 to −0.10), of jumps −0.13 (−0.47 to 0.21, which holds zero); below 0 is a lower cost (Eihara 2022). The "
    "trials were small, and nobody can be blinded to lifting. In four of the five trials of one review what was called heavy "
    "was 40–70 % of the maximum (Balsalobre-Fernández 2016)."
)
INJURY: Final = (
    "The article says that strength prevents injuries. In runners the evidence is mixed: ten minutes of own strength work three "
    "times a week made no difference in 720 first-time marathoners (relative risk 0.97, 0.57 to 1.63; Toresdahl 2020); of 325 "
    "novices those with supervised work for hip and core had fewer injuries (hazard ratio 0.66, 0.45 to 0.97), and those with "
    "work for ankle and foot more acute ones (Leppänen 2024). Legwork claims nothing about injury, and nothing here is a sign of it."
)
NOT_MEASURED: Final = {
    "VO₂max": "needs a measurement of breath; what a watch shows is an estimate of its own, and no log of sets says anything of it.",
    "Tightness": "is a feeling. How long a muscle is, or how it feels, stands in no log.",
    "Tendon strength": "changes over months and is seen by ultrasound, not in sets and loads.",
}
