"""How each kind of word in shorthand is spelt, as regular expressions on text of plain signs (docs/shorthand.md)."""

import re
from enum import Enum, auto
from typing import Final


class PartKind(Enum):
    """What a part of a line is about. BROKEN: meant for a set, and spelt in no known way. WORD: anything else."""

    COMMA = auto()
    QUOTE = auto()
    BRACKET = auto()
    OPEN_QUOTE = auto()
    EFFORT = auto()
    LOAD = auto()
    AMOUNT = auto()
    SIDE = auto()
    SET_KIND = auto()
    BROKEN = auto()
    WORD = auto()


_NUMBER: Final = r"\d+(?:[.,]\d+)?"
_MASS: Final = r"(?:kgs?|kilos?|lbs?)"
_TIME_UNIT: Final = r"(?:hours?|hrs?|h|minutes?|mins?|seconds?|secs?|s)"
_TIME: Final = rf"(?:\d+:\d\d(?::\d\d)?|{_NUMBER}\s*{_TIME_UNIT}(?:\s*{_NUMBER}\s*{_TIME_UNIT})*)"
_DISTANCE: Final = rf"(?:{_NUMBER}\s*(?:km|miles?|mi|metres?|meters?|m|yards?|yd|feet|ft))"
_LIMB: Final = r"(?:side|leg|arm)"
_ONE_SIDE: Final = rf"(?:(?P<left>left|l)|(?P<right>right|r))(?:\s+{_LIMB})?"
# Where a part may end: before a blank or a comma, and before "/side"; an amount also before its load, as in 5@100.
_SIDE_AHEAD: Final = r"/\s*(?:(?:each\s+)?(?:side|leg|arm)|left|right|l|r)(?![^\s,])"
_END: Final = rf"(?=[\s,]|$|{_SIDE_AHEAD})"
_END_OF_AMOUNT: Final = rf"(?=[\s,@]|$|{_SIDE_AHEAD})(?!\s*{_MASS}(?![^\s,@/]))"

# A list is taken whole: in "5 x 102,5 kg" the 102 is no list of one.
_REPS: Final = r"(?P<reps>\d+(?:,\d+)*(?!,\d)|\?)(?:\s*reps?)?"
_BREATHS: Final = r"(?P<breaths>\d+)\s*(?:(?:deep|slow|full)\s+)?breaths?"
_FURTHER: Final = rf"(?:\s+in\s+(?P<in_time>{_TIME}))?(?:\s+over\s+(?P<over>{_DISTANCE}))?"
_TIMES_LOAD: Final = rf"\s*x\s*(?P<load>{_NUMBER})(?:\s*(?P<unit>{_MASS}))?"
_COUNTED: Final = rf"(?:(?:for\s+)?(?P<time>{_TIME})|(?P<distance>{_DISTANCE})|{_BREATHS}|{_REPS}){_FURTHER}"

# In the order in which they are tried.
_SPELLINGS: Final[tuple[tuple[PartKind, str], ...]] = (
    (PartKind.COMMA, r","),
    (PartKind.QUOTE, r'"(?:\\.|[^"\\])*"'),
    (PartKind.OPEN_QUOTE, r'".*'),
    (PartKind.BRACKET, r"\([^()]*\)|\[[^\[\]]*\]"),
    (PartKind.EFFORT, rf"(?:@\s*)?rpe\s*[:=@]?\s*(?P<rpe>\d+(?:\.\d+|,[05])?){_END}(?!,\d)"),
    (PartKind.EFFORT, rf"(?:@\s*)?rir\s*[:=@]?\s*(?P<rir>\d+){_END}(?!,\d)"),
    (
        PartKind.LOAD,
        rf"(?:@\s*)?(?P<body>bw|body\s?weight)(?:\s*(?P<sign>[+-])\s*(?P<load>{_NUMBER}|\?)(?:\s*(?P<unit>{_MASS}))?)?{_END}",
    ),
    (PartKind.LOAD, rf"(?:@\s*)?(?P<band>bands?)(?:\s*(?P<load>{_NUMBER})\s*(?P<unit>{_MASS}))?{_END}"),
    (PartKind.LOAD, rf"(?P<at>@)\s*(?P<sign>[+-])?(?P<load>{_NUMBER}|\?)(?:\s*(?P<unit>{_MASS}))?{_END}"),
    (PartKind.LOAD, rf"(?P<sign>[+-])(?P<load>{_NUMBER}|\?)(?:\s*(?P<unit>{_MASS}))?{_END}"),
    (PartKind.AMOUNT, rf"(?P<load>{_NUMBER})\s*(?P<unit>{_MASS})\s*x\s*{_REPS}{_END_OF_AMOUNT}"),
    (PartKind.LOAD, rf"(?:(?:at|with)\s+)?(?P<load>{_NUMBER})\s*(?P<unit>{_MASS}){_END}"),
    (
        PartKind.AMOUNT,
        rf"(?:(?P<sets>\d+)\s*(?:x|sets?(?:\s+(?:of|x))?)\s*)?{_COUNTED}(?:{_TIMES_LOAD})?{_END_OF_AMOUNT}",
    ),
    (PartKind.SIDE, rf"(?P<each>/\s*(?:each\s+)?{_LIMB}|(?:on\s+)?(?:each|per|a)\s+{_LIMB}|each|ea){_END}"),
    (PartKind.SIDE, rf"/?\s*{_ONE_SIDE}{_END}"),
    (PartKind.SET_KIND, rf"(?P<warm_up>warm[\s-]?ups?|wu|w){_END}"),
    (PartKind.SET_KIND, rf"(?P<drop>drop(?:[\s-]?set)?|d){_END}"),
    (PartKind.SET_KIND, rf"(?P<failure>(?:to\s+)?fail(?:ure)?|amrap|f){_END}"),
    (PartKind.BROKEN, r"(?:@\s*)?(?:rpe|rir)(?![a-z])(?:\s*[:=@]?\s*[\d.,]+)?[^\s,]*"),
    (PartKind.BROKEN, r"\d+(?:[/-]\d+){2,}(?![^\s,])"),
    (PartKind.BROKEN, r"(?:\d+\s*x\s*[\d?]|\d+x|\d*@|[+-]\d)[^\s,]*"),
    (PartKind.WORD, r"[^\s,]+"),
)
SPELLINGS: Final = tuple((kind, re.compile(spelling, re.IGNORECASE | re.ASCII)) for kind, spelling in _SPELLINGS)
TIME_PARTS: Final = re.compile(rf"({_NUMBER})\s*([a-z]+)", re.IGNORECASE | re.ASCII)
