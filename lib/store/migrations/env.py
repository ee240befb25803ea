"""How Alembic runs inside Legwork: on a connection whose transaction is already open (lib/store/database/migrate.py)."""

from alembic import context

from lib.store.database import schema

context.configure(connection=context.config.attributes["connection"], target_metadata=schema.athlete.metadata)
with context.begin_transaction():
    context.run_migrations()
