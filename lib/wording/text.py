"""Foreign text on the page. Names and notes come from files: none of them may become a link, an image or a colour."""

import re
from typing import Final

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$&^=\"'/@%])")
_JOINER = "\u2060"  # invisible; breaks what is recognised after markdown was read: addresses, :icons:, arrows
_RECOGNISED = re.compile(r"(?<=[:@])|(?<=www)(?=\.)|(?<=[-<])(?=[->])", re.IGNORECASE)

FOOTER: Final = (
    "Training log summary. Not medical advice, not a diagnosis, not a prediction of injury. "
    "If something hurts, ask a professional."
)


def plain(text: str, longest: int = 200) -> str:
    """A text as it was typed, safe in any markdown of the page (labels, captions, headings, messages).

    Control characters and line breaks become blanks; longer texts are cut with an ellipsis.
    """
    clean = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if len(clean) > longest:
        clean = clean[: longest - 1] + "…"
    return _PUNCTUATION.sub(r"\\\1", _RECOGNISED.sub(_JOINER, clean))
