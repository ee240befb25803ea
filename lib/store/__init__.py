"""The only SQL: tables, migrations, connections, and reading and writing an athlete's records."""
