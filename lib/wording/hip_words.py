"""Glutes against hamstrings in hip extension, in words: three shares, and none that says nothing."""

from typing import Final

from lib.analysis.balance.hip_extension import MIN_SETS, HipExtension
from lib.model.vocabulary import Bias
from lib.wording import format as say

BIAS_NAMES: Final[dict[str, str]] = {
    Bias.GLUTES: "Glutes first",
    Bias.BOTH: "Both alike",
    Bias.HAMSTRINGS: "Hamstrings first",
}


def hip_sentence(found: HipExtension) -> str:
    """How the sets are divided, with the range over the ways of counting helpers; shares that are 0 in all are left out."""
    sets = say.counted(found.sets, "hip-extension set", "hip-extension sets")
    counts = f"{sets}, {say.days(found.from_date, found.to_date)}"
    if not found.shares:
        return f"{counts}. Shares are shown from {say.number(MIN_SETS)} sets on."
    shares = [_share(BIAS_NAMES[bias], *share) for bias, share in found.shares.items() if share.high > 0]
    return f"{counts}: {', '.join(shares)}."


def _share(name: str, value: float, low: float, high: float) -> str:
    span = "" if say.share(low) == say.share(high) else f" ({say.share(low)} to {say.share(high)} by how helpers count)"
    return f"{say.share(value)} {name.lower()}{span}"
