"""Damaged files: does `check` see every change of a stored value, and does every command end in a sentence?"""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from chaos.damage import raw, values
from chaos.damage.commands import try_command
from chaos.damage.stored import stored_values
from chaos.filled import url_of
from lib.services.checking.check import check

Kind = Callable[[Path, Path, random.Random], str]


def _of_value(change: Callable[[Path, random.Random], str]) -> Kind:
    def damage(base: Path, path: Path, chance: random.Random) -> str:
        shutil.copyfile(base, path)
        return change(path, chance)

    return damage


# Each is as likely as another. What it is given: the whole file, the place of the damaged one.
KINDS: dict[str, Kind] = {
    "letter of a text": _of_value(values.letter_of_a_text),
    "digit of a date": _of_value(values.digit_of_a_date),
    "number": _of_value(values.number),
    "value to nothing": _of_value(values.value_to_nothing),
    "bytes of an imported file": _of_value(values.bytes_of_a_file),
    "row gone": _of_value(values.row_gone),
    "bit anywhere": raw.bit_anywhere,
    "byte anywhere": raw.byte_anywhere,
    "header": raw.header,
    "random bytes": raw.random_bytes,
    "zeroed block": raw.zeroed_block,
    "cut off": raw.cut_off,
    "pages swapped": raw.pages_swapped,
    "torn page": raw.torn_page,
    "page of rows": raw.page_of("rows"),
    "inner page": raw.page_of("inner"),
    "overflow page": raw.page_of("overflow"),
    "index page": raw.page_of("index"),
    "free page": raw.page_of("free"),
    "schema text": raw.schema_text,
}


def files(base: Path, folder: Path, number: int, seed: int) -> Iterator[tuple[str, str, Path]]:
    """Damaged copies one after the other: of which kind, what was done, and where it lies."""
    kinds = list(KINDS)
    for count in range(number):
        chance, kind = random.Random(f"{seed} {count}"), kinds[count % len(kinds)]
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        path = folder / "legwork.db"
        yield kind, f"{kind} {seed}/{count}: {KINDS[kind](base, path, chance)}", path


def try_damage(
    base: Path, folder: Path, number: int, seed: int = 1, *, commands: int = 1, apart: int = 10
) -> tuple[dict[str, Counter[str]], list[str]]:
    """Figures by kind, and what went unseen or ended badly.

    commands: how many are tried on each file. apart: those of every so many files are programs of their own.
    """
    before, table, bad = stored_values(base), {kind: Counter[str]() for kind in KINDS}, []
    for count, (kind, what, path) in enumerate(files(base, folder, number, seed)):
        altered, content = stored_values(path) != before, path.read_bytes()
        problems, alone = check(url_of(path)).problems, _is_apart(count, apart)
        wrong = [f"unseen: {what}"] if altered and not problems else []
        if path.read_bytes() != content or len(list(folder.iterdir())) > 1:
            wrong.append(f"changed by check: {what}")
        for each in range(count * commands, (count + 1) * commands):
            trouble = try_command(each, path, base, folder / "tried", apart=alone)
            wrong += [f"{trouble} on {what}"] if trouble else []
        figures = {"files": 1, "altered": altered, "seen": bool(problems), "commands": commands, "bad": len(wrong)}
        table[kind].update({**figures, "programs": commands * alone})
        bad += wrong
    return table, bad


def _is_apart(count: int, apart: int) -> bool:
    """Every so many files, another kind each time."""
    return count % apart == count // len(KINDS) % apart
