"""Everything of an athlete into another database, of either kind, compared at the end."""

from lib.model.errors import StoreError
from lib.services.upkeep.backups import file_of
from lib.store.account import Account, open_account
from lib.store.archive.copying import copy_athlete, is_empty
from lib.store.database.connections import parse_url
from lib.store.database.targets import refuse_database_in_use
from lib.store.records.fingerprint import content_hash_of_everything


def copy_to(account: Account, url: str) -> str:
    """Copy into the database at the URL, where the athlete must have nothing yet; the hash of the content. StoreError."""
    if parse_url(url) == account.engine.url:
        raise StoreError("That is the database itself. Name another one.")
    file, in_use = file_of(url), file_of(account.engine.url.render_as_string(hide_password=False))
    if file:
        refuse_database_in_use(file, in_use)
    other = open_account(url)
    try:
        with account.read() as source, other.write() as target:
            if not is_empty(target, other.athlete_id):
                raise StoreError("That database already holds training. Name an empty one.")
            copy_athlete(source, account.athlete_id, target, other.athlete_id)
            content = content_hash_of_everything(source, account.athlete_id)
            if content_hash_of_everything(target, other.athlete_id) != content:
                raise StoreError("What arrived is not what was copied, so nothing of it was kept.")
        return content
    finally:
        other.engine.dispose()
