"""Damage in one sentence, for who asked for something else."""

from collections.abc import Sequence

from lib.store.database.sentences import first_of


def damage_words(problems: Sequence[str]) -> str:
    """The first of what `check` found, how many there are beside it, and what to do; "" of none."""
    if not problems:
        return ""
    return (
        f"The database is damaged: {first_of([each.rstrip('.') for each in problems])}. `legwork check` lists all of it; "
        "restore a backup, or let `legwork rescue` write what can be read."
    )
