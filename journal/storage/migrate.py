"""Bringing a database up to date with Alembic, on app start for the embedded file.

An embedded file that already holds a journal is copied beside itself before it is touched. Foreign
keys are off while tables are rebuilt (rebuilding a parent would delete its children) and checked
afterwards.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, event, inspect, text
from sqlalchemy.pool import NullPool

from journal.domain.errors import JournalError
from journal.storage.encrypted import connected, engine_for
from journal.storage.passphrase_key import Key

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

SCRIPTS: Final = Path(__file__).parent / "migrations"
HEAD: Final = "0008"  # the newest revision; a test holds it against the scripts


class JournalTooNew(JournalError):
    """A database from a later version of Tending."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"This journal was last opened by a newer version of Tending (format {revision}). "
            "Nothing was changed. Please update Tending and open it again."
        )


class JournalDamaged(JournalError):
    """References inside the database that lead nowhere after an upgrade."""

    def __init__(self, copy: Path | None) -> None:
        kept = f" The journal as it was lies in {copy.name}." if copy else ""
        super().__init__(
            f"The upgrade of this journal did not come out whole and was stopped.{kept}"
        )


def current_revision(url: "URL", key: Key | None = None) -> str | None:
    """Return the revision a database is at; None for an empty one."""
    engine = engine_for(url, key, poolclass=NullPool)
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        revision: str | None = connection.execute(
            text("SELECT version_num FROM alembic_version")
        ).scalar()
        return revision


def bring_up_to_date(url: "URL", key: Key | None = None) -> Path | None:
    """Upgrade the database to `HEAD`.

    Args:
        url: Where it is.
        key: Of an encrypted file.

    Returns:
        The copy kept of an embedded file that was upgraded, else None.

    Raises:
        JournalTooNew: Its revision is not one of ours.
        JournalDamaged: The upgraded file has references that lead nowhere.
    """
    revision = current_revision(url, key)
    if revision == HEAD:
        return None
    if revision is not None and not list(SCRIPTS.glob(f"versions/{revision}_*.py")):
        raise JournalTooNew(revision)
    embedded = url.get_backend_name() == "sqlite"
    copy = _copy_before(Path(str(url.database)), revision, key) if embedded and revision else None
    engine = engine_for(url, key, poolclass=NullPool)
    if embedded:
        event.listen(engine, "connect", lambda raw, _: setattr(raw, "isolation_level", None))
        event.listen(
            engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE")
        )
    with engine.begin() as connection:
        _upgrade(connection)
        if embedded and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise JournalDamaged(copy)  # rolls the upgrade back
    return copy


def _upgrade(connection: Connection) -> None:
    # Alembic costs a quarter of a second, and an up-to-date journal needs none of it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _copy_before(file: Path, revision: str, key: Key | None) -> Path:
    """Copy the file with what its write-ahead log holds; never over an earlier copy.

    The copy of an encrypted file is encrypted with the same key.
    """
    copy = file.with_name(f"{file.name}.before-{HEAD}")
    if copy.exists():
        copy = file.with_name(f"{file.name}.{revision}-before-{HEAD}")
    copy.touch(mode=0o600)

    def opened(path: Path) -> Any:  # noqa: ANN401  # a DBAPI connection
        return connected(path, key) if key else sqlite3.connect(path)

    with closing(opened(file)) as source, closing(opened(copy)) as target:
        source.backup(target)
    return copy
