"""The database of this machine and what is in it."""

from datetime import UTC, date, datetime
from typing import Any


def open_own_database() -> tuple[Any, int]:
    """The engine of this machine's database and the id of its athlete."""
    from lib.store.database.engine import default_url, open_database
    from lib.store.own.athletes import ensure_athlete

    engine = open_database(default_url())
    return engine, ensure_athlete(engine).id


def own_training() -> Any:
    """Everything that athlete did, as lib.services.queries.training.Training."""
    from lib.services.queries.training import read_training

    engine, athlete_id = open_own_database()
    return read_training(engine, athlete_id, _today(engine, athlete_id))


def _today(engine: Any, athlete_id: int) -> date:
    from lib.services.queries.training import local_today

    return local_today(engine, athlete_id, datetime.now(UTC))
