"""What was done in a strength session, in words."""

from lib.wording import format as say


def work_done(sets: float, contacts: float = 0.0) -> str:
    """Sets that count and ground contacts of jumps: "14 sets", "55 ground contacts", "10 sets, 55 ground contacts"."""
    jumped = say.counted(contacts, "ground contact", "ground contacts") if contacts else ""
    lifted = say.counted(sets, "set", "sets") if sets or not contacts else ""
    return ", ".join(part for part in (lifted, jumped) if part)
