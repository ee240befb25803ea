"""No password in any text, however it was written."""

import pytest

from lib.model.masking import masked

SECRET = "hunter2"  # noqa: S105 (invented)
TEXTS = [
    f"postgresql://me:{SECRET}@host/db",
    f"postgresql+psycopg://me:{SECRET}@host:5432/db?sslmode=require",
    f"postgresql://me:a@{SECRET}@host/db",
    f"postgresql://me:a/{SECRET}@host/db",
    f"postgresql://me:a {SECRET}@host/db",
    f"postgres://:{SECRET}@host/db",
    f"postgresql://me@host/db?password={SECRET}",
    f"postgresql://me@host/db?sslmode=require&password={SECRET}&x=1",
    f"postgresql://me@host/db?sslpassword={SECRET}",
    f"host=h user=me password={SECRET} dbname=d",
    f"host=h password='a {SECRET}' dbname=d",
    f"{{'password': '{SECRET}'}}",
    f"https://me:{SECRET}@proxy.example/x",
    f"PASSWORD={SECRET}",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_password_is_taken_out(text):
    assert SECRET not in masked(f"The server {text} cannot be reached.")


def test_what_is_no_password_stays():
    plain = 'http://localhost:8501/week?x=a@b: FATAL: password authentication failed for user "me" at 16:50, sqlite:////data/x.db'
    assert masked(plain) == plain
    assert masked("postgresql://me:x@host:5432/db, server down") == "postgresql://me:***@host:5432/db, server down"
