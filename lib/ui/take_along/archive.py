"""Everything in one file: prepared on the disk, downloaded from there."""

from collections.abc import Hashable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from tempfile import TemporaryFile, gettempdir
from typing import IO, Any, Final
from weakref import finalize

import streamlit as st

from lib.failures.told import Told
from lib.services.archive.erase import export_name
from lib.services.archive.export import Tick, rows_to_write, state_to_write, write_archive
from lib.services.archive.manifest import Manifest
from lib.services.checking.check import check
from lib.services.checking.damage import damage_words
from lib.store.account import Account
from lib.ui.kit import parts
from lib.ui.kit.archive_words import held
from lib.ui.kit.home import home_of
from lib.ui.kit.watched import watched
from lib.ui.shell import boundary, queries
from lib.ui.shell.jobs import Job
from lib.ui.take_along import control
from lib.wording.format import file_size, moment
from lib.wording.text import plain

PREPARED: Final = "archive_prepared"


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Prepared:
    """An archive that waits for its download in a file without a name, which is gone with the last who holds it.

    of: the database and the state of all that is in it. damage: a sentence where `check` finds some; "" where all is whole.
    """

    of: tuple[Hashable, ...]
    file: IO[bytes]
    size: int
    manifest: Manifest
    at: datetime
    damage: str

    def __post_init__(self) -> None:
        finalize(self, self.file.close)

    def read(self) -> bytes:
        """All of it, for the moment of the download."""
        self.file.seek(0)
        return self.file.read()


def show(account: Account) -> None:
    """What is in the file, how it comes back, and the file."""
    parts.section(
        "Everything in one file",
        "A zip with every table as CSV, for any spreadsheet, and the files as you imported them: records with all that each "
        "source said, your changes and their history, exercises, templates, goals, breaks, events, body mass, plans, settings.",
    )
    offer(account, "page")
    st.caption(
        "Drop it on *Import files*, here or in another Legwork of this or a later version. Into an empty database it gives "
        "the same figures, the same history and the same undo; into one that holds training it is merged, after a preview."
    )


def offer(account: Account, where: str) -> None:
    """Prepare an archive and download it. where: what tells this place from others on the page."""
    found = _prepared(account)
    with st.container(horizontal=True, vertical_alignment="center"):
        place = st.empty()
        label = "Prepare it anew" if found else "Prepare the file"
        pressed = control.button(label, stores=False, key=f"prepare_{where}", icon=":material/inventory_2:")
    if pressed:
        found = _prepare(account) or found
    if found:
        with place:
            _download(found, where)
        st.caption(f"As of {moment(home_of(account).local(found.at))}: {held(found.manifest)}.")
        if found.damage:
            st.warning(f"{plain(found.damage, longest=800)} This file may hold it as well.", icon=":material/report:")


def _download(found: Prepared, where: str) -> None:
    st.download_button(
        f"Download {file_size(found.size)}",
        found.read,  # called by the click: until then, and soon after, nothing of it is in memory
        export_name(found.at),
        "application/zip",
        icon=":material/download:",
        type="primary",
        key=f"download_{where}",
        on_click="ignore",
    )


def _prepared(account: Account) -> Prepared | None:
    """The file of this tab, as long as nothing was changed since."""
    found: Prepared | None = st.session_state.get(PREPARED)
    if found and found.of != _state(account):
        del st.session_state[PREPARED]
        return None
    return found


def _prepare(account: Account) -> Prepared | None:
    st.session_state.pop(PREPARED, None)
    ended = watched(
        Job(partial(_write, account, _state(account)), rows_to_write(account)), "Writing everything into one file"
    )
    if isinstance(ended, Told):
        boundary.show(ended)
        return None
    st.session_state[PREPARED] = ended
    return ended


def _state(account: Account) -> tuple[Hashable, ...]:
    return queries.url(), *state_to_write(account)


def _write(account: Account, of: tuple[Hashable, ...], tick: Tick) -> Prepared:
    """An archive in a temporary file that nobody else can read. OSError with the folder where there is no room."""
    at = datetime.now(UTC).replace(tzinfo=None)
    with ExitStack() as unless_whole:
        file: Any = unless_whole.enter_context(_temporary())
        try:
            manifest = write_archive(account, file, tick)
            file.flush()
            damage = damage_words(check(str(of[0])).problems)
        except OSError as error:
            error.filename = gettempdir()
            raise
        unless_whole.pop_all()
    return Prepared(of, file, file.seek(0, 2), manifest, at, damage)


def _temporary() -> IO[bytes]:
    return TemporaryFile(prefix="legwork-")
