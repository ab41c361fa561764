"""SQLite files that SQLCipher encrypts, page by page; without a key it reads open ones."""

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlcipher3 import dbapi2

from journal.storage.passphrase_key import Key

BUSY_MS: Final = 5000
Refused: Final = dbapi2.DatabaseError
Busy: Final = dbapi2.OperationalError


def connected(file: Path, key: Key | None) -> Any:  # noqa: ANN401  # a DBAPI connection
    """Connect to a file without reading it; statements begin no transaction of their own."""
    connection = dbapi2.connect(str(file), check_same_thread=False, isolation_level=None)
    # It would write what a wrong key makes of a page to the terminal.
    connection.execute("PRAGMA cipher_log_level=NONE")
    if key is not None:
        connection.execute(f'PRAGMA key="{key.specification}"')
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    return connection


def opens(file: Path, key: Key) -> bool:
    """Say whether a key opens a file; with a damaged file it does not."""
    connection = connected(file, key)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except Busy:
        raise
    except Refused:
        return False
    finally:
        connection.close()
    return True


def engine_for(url: URL, key: Key | None, **options: Any) -> Engine:  # noqa: ANN401  # as SQLAlchemy's
    """Return an engine for a database, or for an encrypted file and its key."""
    if key is None:
        return create_engine(url, **options)
    file = Path(str(url.database))
    engine = create_engine(url, module=dbapi2, **options)
    event.listen(engine, "do_connect", lambda *_: connected(file, key))
    return engine
