"""How Alembic runs inside Legwork: on a connection whose transaction is already open (lib/store/migrate.py)."""

from alembic import context

from lib.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
