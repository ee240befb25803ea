"""Repetitions in a title, as "5 x 1000 m", "3×10 min", "1000m×5", "30/30": a session in parts, which is hard.

Short ones are strides and say nothing: below 200 m, and below 30 seconds.
"""

import re
from typing import Final

MARKER: Final = "zzrepetitionszz"  # stands for them among the words of a title
LEAST_METRES: Final = 200.0
LEAST_SECONDS: Final = 30.0
_MOST_METRES: Final = 10_000.0
_MOST_MINUTES: Final = 30.0

_METRES: Final = dict.fromkeys(("m", "mt", "mts", "mtr", "meter", "metre", "metres", "meters", "м", "米", "미터"), 1.0)
_KILOMETRES: Final = dict.fromkeys(("k", "km", "kms", "ks", "км", "公里", "キロ", "킬로"), 1000.0)
_MILES: Final = dict.fromkeys(("mi", "mile", "miles"), 1609.344)
_LENGTHS: Final = _METRES | _KILOMETRES | _MILES
_SECONDS: Final = dict.fromkeys(
    ("s", "sec", "secs", "second", "seconds", "sek", "seg", "с", "сек", "sn", "秒", "초", '"', "″", "''"), 1.0
)
_MINUTES: Final = dict.fromkeys(
    (
        "min",
        "mins",
        "minute",
        "minutes",
        "minuten",
        "minuti",
        "minutos",
        "mn",
        "m'",
        "'",
        "′",
        "’",
        "мин",
        "dk",
        "dak",
        "perc",
        "p",
        "分",
        "分钟",
        "分鐘",
        "분",
    ),
    60.0,
)
_TIMES: Final = _SECONDS | _MINUTES
_UNIT: Final = "|".join(sorted(map(re.escape, _LENGTHS | _TIMES), key=len, reverse=True))
_LENGTH_UNIT: Final = "|".join(sorted(map(re.escape, _LENGTHS), key=len, reverse=True))
_NUMBER: Final = r"\d+(?:[.,:]\d+)?"
_SIGN: Final = r"(?:\s*[x×✕х*]\s*)"
_WORD: Final = r"(?:\s+(?:mal|fois|keer|veces|vezes|by|of|po|по|da|de|por|per|à|a)\s+)"  # "10 po 400", "6 fois 3 min"
_COUNTER: Final = r"(?:本|回|セット|组|組|次|趟|회|세트|개|reps?\b|sets?\b)"  # "400m×10本", "400米10组"
_COUNTED: Final = re.compile(
    rf"(?<![\w.,:/])(?P<times>\d{{1,2}}){_COUNTER}?(?:{_SIGN}|(?P<word>{_WORD}))[(\[]?\s*(?:\d{{1,2}}{_SIGN})?"
    rf"(?P<amount>{_NUMBER})\s*(?P<unit>(?:{_UNIT})(?![^\W\d_])|)(?:\s*/\s*{_NUMBER}\s*(?:{_UNIT})?(?!\w))?"
)
_COUNTED_LAST: Final = re.compile(
    rf"(?<![\w.,:/])(?P<amount>{_NUMBER})\s*(?P<unit>{_LENGTH_UNIT})"
    rf"(?:{_SIGN}(?P<times>\d{{1,2}})(?:\s?{_COUNTER}|(?![\w.,]))|\s*(?P<counted>\d{{1,2}})\s?{_COUNTER})"
)
_PLAIN: Final = re.compile(
    r"(?<![\w.,:/])(?:30\s*/\s*30|60\s*/\s*60|(?:200|300|400|500|600|800|1000|1200|1600|2000)s)(?![\w/])"
)
_TWO: Final = re.compile(rf"^2(?![\d.,:])|{_SIGN}2$")
_DIGIT: Final = re.compile(r"\d")
_STRIDES: Final = re.compile(
    r"\s*(?:m\s*)?(?:strides?|pick ?ups?|steigerung\w*|lignes droites|accélérations?|progresivos|rectas|allunghi|retas|versnellingen|stegringslopp|stigningsløp|stigningsdrag|stigningsløb|avaavat vedot|przebieżk\w*|rytm\w*|rovink\w*|repülő\w*|fokozó\w*|ускорени\w*|流し|wind ?sprints?|질주|가속)"
)


def without_repetitions(title: str) -> tuple[str, str]:
    """The title in lower case with MARKER for repetitions that count and a blank for strides; the first that counts, or ""."""
    plain, first = title.lower(), ""
    for pattern in (_COUNTED, _COUNTED_LAST, _PLAIN) if _DIGIT.search(plain) else ():
        place = 0
        while found := pattern.search(plain, place):
            counts = _counts(found, plain[found.end() :])
            first = first or (found[0].replace("(", "").strip() if counts else "")
            plain = f"{plain[: found.start()]} {MARKER if counts else ' '} {plain[found.end() :]}"
            place = found.start() + 2
    return plain, first


def there_and_back(repetitions: str) -> bool:
    """Whether there are two of them: beside a word for the way to work these are no session, as "2 x 20 min commute"."""
    return bool(_TWO.search(repetitions))


def _counts(found: re.Match[str], rest: str) -> bool:
    if _STRIDES.match(rest):
        return False
    said = found.groupdict()
    if not said:
        return True
    amount, unit = float(said["amount"].replace(",", ".").split(":")[0]), said["unit"] or ""
    if said.get("word") and not unit and amount < LEAST_METRES:
        return False  # "week 3 of 12"
    return int(said["times"] or said["counted"]) >= 2 and _is_work(amount, unit)


def _is_work(amount: float, unit: str) -> bool:
    if unit in _LENGTHS:
        return LEAST_METRES <= amount * _LENGTHS[unit] <= _MOST_METRES or (unit == "m" and 2 <= amount <= _MOST_MINUTES)
    if unit in _TIMES:
        return amount * _TIMES[unit] >= LEAST_SECONDS
    return LEAST_METRES <= amount <= _MOST_METRES or 2 <= amount <= _MOST_MINUTES
