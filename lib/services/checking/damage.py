"""Damage in one sentence, for who asked for something else."""

from collections.abc import Sequence

from lib.store.database.sentences import first_of


def damage_words(problems: Sequence[str]) -> str:
    """The first of what `check` found, how many there are beside it, and what to do; "" of none."""
    if not problems:
        return ""
    return (
        f"The database is damaged: {_first(problems)}. `legwork check` lists all of it; "
        "restore a backup, or let `legwork rescue` write what can be read."
    )


def restored_words(problems: Sequence[str]) -> str:
    """The same of a backup that was brought back."""
    if not problems:
        return ""
    return (
        f"The backup that was restored is damaged: {_first(problems)}. `legwork check` lists all of it; restore another one, "
        "or let `legwork rescue` write what can be read."
    )


def passed_over_words(names: Sequence[str]) -> str:
    """The newer backups that were not brought back; "" of none."""
    if not names:
        return ""
    which = "a newer backup that is" if len(names) == 1 else f"{len(names)} newer backups that are"
    return f"Passed over {which} damaged: {', '.join(names)}."


def _first(problems: Sequence[str]) -> str:
    return first_of([each.rstrip(".") for each in problems])
