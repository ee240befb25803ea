"""Passwords taken out of a text that people or a log will see."""

import re
from typing import Final

_MASK: Final = "***"
# A password may hold almost anything, an @ or a blank too, so the last @ of the line ends it in the address of a database.
_DATABASE: Final = re.compile(r"\b(postgres(?:ql)?(?:\+\w+)?://[^\s:/@]*):[^\n]*@", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"(\b[a-z][\w+.-]*://[^\s:/@\"']*):[^\s\"'/]*@", re.IGNORECASE)
_NAMED: Final = re.compile(
    r"(\b(?:ssl)?(?:password|passwd|passphrase|pwd)[\"']?\s*(?:=|:(?=\s*[\"']))\s*)(?:'[^']*'|\"[^\"]*\"|[^\s&'\",;)]+)",
    re.IGNORECASE,
)


def masked(text: str) -> str:
    """The text without the passwords of addresses (`user:password@host`) and settings (`?password=…`).

    Rather too much of it is taken out than too little.
    """
    for pattern in (_DATABASE, _ADDRESS):
        text = pattern.sub(rf"\1:{_MASK}@", text)
    return _NAMED.sub(rf"\1{_MASK}", text)
