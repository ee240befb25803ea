"""Damage in one sentence, for who asked for something else."""

from collections.abc import Sequence

from lib.store.database.sentences import first_of


def damage_words(problems: Sequence[str]) -> str:
    """The first of what `check` found, how many there are beside it, and what to do; "" of none."""
    return _told("The database is damaged", problems, "restore a backup")


def restored_words(problems: Sequence[str]) -> str:
    """The same of a backup that was brought back."""
    return _told("The backup that was restored is damaged", problems, "restore another one")


def passed_over_words(names: Sequence[str]) -> str:
    """The newer backups that were not brought back; "" of none."""
    if not names:
        return ""
    which = "a newer backup that is" if len(names) == 1 else f"{len(names)} newer backups that are"
    return f"Passed over {which} damaged: {', '.join(names)}."


def _told(what: str, problems: Sequence[str], instead: str) -> str:
    if not problems:
        return ""
    first = first_of([each.rstrip(".") for each in problems])
    return (
        f"{what}: {first}. `legwork check` lists all of it; {instead}, or let `legwork rescue` write what can be read."
    )
