"""The steps of an import on the page: choose files, answer, look, import, receipt."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import streamlit as st

from lib.failures.told import Told
from lib.importers.base import Upload
from lib.model.athlete import Answers, Athlete
from lib.model.duplicates import DuplicateDecision
from lib.model.errors import Needs
from lib.model.vocabulary import Question
from lib.services.archive.bring import Brought
from lib.services.importing.history import history
from lib.services.importing.import_files import import_files, preview
from lib.services.importing.receipt import ImportReceipt
from lib.store.account import Account
from lib.ui.imports import archive, column_mapping_form, corrections, counts, findings, sections, unknown_sports
from lib.ui.kit import writing
from lib.ui.shell import boundary, queries
from lib.ui.shell.jobs import Job
from lib.wording.format import count, counted
from lib.wording.text import plain

JOB: Final = "import_job"
RECEIPT: Final = "import_receipt"
ASKED: Final = "import_asked"
PREVIEW: Final = "import_preview"  # what the chosen files would do, by the answers
SAID: Final = "import_said"
GENERATION: Final = "import_generation"
KEPT: Final = "import_kept"  # uploads, and by what the uploader knows them

POLL_S: Final = 0.3
SLOW_BYTES: Final = 2_000_000


def is_running() -> bool:
    """Whether an import of this tab is at work or has just ended and waits for its receipt."""
    return JOB in st.session_state


def choose_files() -> list[Upload]:
    """The files in the uploader. It gets a new key after each import, which empties it.

    Streamlit forgets the files of an uploader that a run did not draw, as while an import is at work or the database
    cannot be read; so they are kept until they are imported or the person chooses others.
    """
    files = st.file_uploader(
        "Exports of running and lifting apps",
        accept_multiple_files=True,
        key=f"uploader_{st.session_state.get(GENERATION, 0)}",
        help="The content decides what a file is, not its name.",
        on_change=_forget_kept,
    )
    if files:
        st.session_state[KEPT] = (
            [Upload(file.name, file.getvalue()) for file in files],
            [(file.name, file.file_id) for file in files],
        )
    uploads, chosen = st.session_state.get(KEPT, ([], []))
    if uploads and not files:
        st.caption(f"Still chosen: {', '.join(plain(upload.name) for upload in uploads)}.")
        st.button("Choose others", on_click=_forget_kept, type="tertiary")
    if st.session_state.get("import_chosen") != chosen:
        st.session_state["import_chosen"] = chosen
        st.session_state[ASKED] = {}
        st.session_state.pop(sections.GOING_ON, None)
        st.session_state.pop(PREVIEW, None)
        corrections.forget()
        unknown_sports.forget()
    return list(uploads)


def _forget_kept() -> None:
    st.session_state.pop(KEPT, None)


def show_preview(account: Account, athlete: Athlete, uploads: list[Upload]) -> None:
    """Questions, counts, first rows, changes, problems; then the button that imports. Of an archive of ours what it brings."""
    if archive.is_among(uploads):
        job = archive.show_preview(account, athlete, uploads, st.session_state.setdefault(PREVIEW, {}))
        if job:
            _begin(job)
        return
    asked = st.session_state.setdefault(ASKED, {})
    answers = sections.ask(list(asked.values()), athlete)
    receipt = _previewed(account, athlete, uploads, answers)
    new = {key: need for need in receipt.needs if (key := _asked_as(need)) not in asked}
    if new:
        asked.update(new)
        st.rerun()
    if told := unknown_sports.ask(receipt):
        answers = replace(answers, sports=told)
        receipt = _previewed(account, athlete, uploads, answers)
    answers, receipt = _ask_of_corrections(account, athlete, uploads, answers, receipt)
    said = sections.show_receipt_of_files(receipt, athlete, queries.training().own)
    column_mapping_form.offer(receipt)
    answers = replace(answers, bin_gone=corrections.ask_gone(receipt, newer=answers.prefer))
    ready = not receipt.needs and any(file.records for file in receipt.files)
    if writing.button("Import", type="primary", disabled=not ready, icon=":material/download_done:"):
        _start(account, uploads, answers, said, sum(file.records for file in receipt.files))
    if receipt.needs:
        st.caption("Answer the questions above first: nothing is guessed.")


def _asked_as(need: Needs) -> tuple[Question, tuple[str, ...]]:
    """A question is asked once, but for that of failed rows: of files that leave nothing to go on with it is another one."""
    return need.question, need.choices if need.question is Question.MOST_ROWS_FAILED else ()


def _ask_of_corrections(
    account: Account, athlete: Athlete, uploads: list[Upload], answers: Answers, receipt: ImportReceipt
) -> tuple[Answers, ImportReceipt]:
    """Of which day the files are and whether they are the newer ones, where that matters; the preview with it."""
    known = {file.sha256 for batch in history(account) for file in batch.files}
    answers = replace(answers, days=corrections.ask_days(receipt, queries.real_today(), known))
    if answers.days and corrections.day_matters(receipt):
        receipt = _previewed(account, athlete, uploads, answers)
    answers = replace(answers, prefer=corrections.ask_newer(receipt))
    return answers, _previewed(account, athlete, uploads, answers) if answers.prefer else receipt


def _start(
    account: Account, uploads: list[Upload], answers: Answers, said: Sequence[DuplicateDecision], rows: int
) -> None:
    """The import, beside the page."""
    st.session_state[SAID] = answers
    _begin(Job(lambda tick: import_files(account, uploads, answers, said=said, tick=tick), rows))


def _begin(job: Job[Any]) -> None:
    st.session_state.pop(RECEIPT, None)
    st.session_state[JOB] = job.start()
    st.rerun()


@st.fragment(run_every=POLL_S)
def show_progress() -> None:
    """Poll the running import; when it is over, keep its receipt and draw the page anew."""
    queries.use_region()
    job: Job[Any] = st.session_state[JOB]
    if job.running:
        name = job.title or job.file
        doing = f"Importing {plain(name, longest=60)}" if name else "Opening the files"
        st.progress(job.share, f"{doing} · {count(job.rows)} of {count(job.total)} rows")
        if st.button("Stop", help="Nothing of this import is kept."):
            job.cancel()
        return
    if isinstance(job.ended, Told):  # the files stay chosen, to be tried again
        boundary.keep(job.ended)
    else:
        st.session_state[RECEIPT] = job.ended
        st.session_state[GENERATION] = st.session_state.get(GENERATION, 0) + 1
        _forget_kept()
    del st.session_state[JOB]
    st.rerun()


def show_receipt() -> None:
    """What the last import of this tab did."""
    receipt = st.session_state.get(RECEIPT)
    if isinstance(receipt, Brought):
        archive.show_receipt(queries.account(), receipt)
    if isinstance(receipt, ImportReceipt):
        if receipt.ok:
            st.success(_receipt_text(receipt), icon=":material/check:")
        else:
            st.warning(_receipt_text(receipt), icon=":material/warning:")
        answers = st.session_state.get(SAID, Answers())
        if receipt.brought:
            findings.show(receipt)
        if told := corrections.told(receipt, binned=answers.bin_gone, newer=answers.prefer):
            st.caption(told)
        if receipt.overlaps:
            st.caption("What may be one bout counts as it is; Runs and Strength list it under overlaps, to be joined.")


def _receipt_text(receipt: ImportReceipt) -> str:
    files, pairs = receipt.files, len(receipt.overlaps)
    every = counts.said(files)
    if pairs:  # each once, though both of its files may have it
        every[counts.MAYBE] = counted(pairs, "pair of bouts that may be one", "pairs of bouts that may be one")
    done = ", ".join(every.values())
    refused = [plain(file.name) for file in files if file.refused]
    not_imported = f" Not imported: {', '.join(refused)}." if refused else ""
    if receipt.batch is None:
        return f"Nothing was changed.{not_imported}"
    if not receipt.brought:
        return f"Nothing new{f': {done}' if done else ''}.{not_imported}"
    return f"Imported: {done}.{not_imported} You can undo it below."


def _previewed(account: Account, athlete: Athlete, uploads: list[Upload], answers: Answers) -> ImportReceipt:
    """The preview of these files with these answers; computed once, not at each click."""
    kept: dict[Any, ImportReceipt] = st.session_state.setdefault(PREVIEW, {})
    key = (answers, account, athlete.state)
    if key not in kept:
        slow = sum(upload.size for upload in uploads) > SLOW_BYTES
        with st.spinner("Reading the files …", show_time=slow):
            kept[key] = preview(account, uploads, answers)
    return kept[key]
