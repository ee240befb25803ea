"""Which record is open: it stands in the address, so that it can be linked, reloaded and left by Back."""

from typing import Final

from lib.model.errors import TrainingDataError
from lib.model.record_id import RecordId, parse_id
from lib.ui.shell import address

ADDRESS: Final = "record"


def asked() -> RecordId | None:
    """The record of the address; None without one, or where an address that was typed by hand names none."""
    try:
        return parse_id(address.read(ADDRESS))
    except TrainingDataError:
        return None


def open_record(record: str) -> None:
    """Show a record from the next run on."""
    address.write({ADDRESS: record})


def close() -> None:
    """Show none any more."""
    address.write({ADDRESS: ""})
