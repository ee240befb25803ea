"""The section on quadriceps against hamstrings, and on hip extension."""

from datetime import timedelta

from lib.analysis.balance.hip_extension import hip_extension
from lib.analysis.balance.ratio import balance, balance_trend
from lib.analysis.balance.words import balance_sentence, band_sentence, band_words
from lib.charts import balance as charts
from lib.charts.look.theme import Look
from lib.report.blocks import Drawing, Section
from lib.report.span import Span
from lib.wording import format as say
from lib.wording.helper_words import HELPERS
from lib.wording.hip_words import hip_sentence

WINDOWS = (28, 84)
MOST_POINTS = 400


def balance_of(span: Span) -> Section:
    """The balance at the end of the range in both windows, and how it moved."""
    log, band = span.training.lifting, span.training.preferences.conventions.similar
    found = [balance(log, span.last, days) for days in WINDOWS]
    step = max(1, (span.last - span.first).days // MOST_POINTS)
    trend = balance_trend(log, span.first, span.last, step=step)
    drawings = []
    if trend["shown"].any():
        drawings = [Drawing(charts.trend(trend, look=Look(), band=band), charts.text_alternative(trend))]
    words = [band_words(each, band) for each in found]
    sentences = [
        balance_sentence(each) + (f" In words: {word}." if word else "")
        for each, word in zip(found, words, strict=True)
    ]
    return Section(
        f"Quadriceps against hamstrings up to {say.day(span.last)}",
        "This counts training, it does not measure strength. Shade: how the answer moves when helpers are counted "
        f"otherwise. {HELPERS} {band_sentence(band)}",
        sentences=[*sentences, _hips(span), *([] if drawings else [charts.NOTHING])],
        drawings=drawings,
    )


def _hips(span: Span) -> str:
    training = span.training
    start = span.last - timedelta(days=WINDOWS[-1] - 1)
    found = hip_extension(training.lifting.counted, training.names, training.credits, start, span.last)
    return hip_sentence(found)
