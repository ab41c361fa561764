"""Writing the journal's file anew under another passphrase, or under none, without ever losing it.

    1  nobody else has the file open, and nobody can write to it until the end
    2  everything is written into a second file beside it, `journal.db.new`
    3  the second file is opened as it will be, checked, and compared row by row
    4  copies that earlier upgrades left, readable under the passphrase from before, are removed
    5  the second file takes the place of the first, in one step that cannot be half done

Before 5 the journal opens as before, after it as she asked for; what an interruption leaves of the
second file is removed when the program starts.
"""

import os
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from glob import escape
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

from journal.domain.machine import JournalInUse, RewriteFailed
from journal.storage.encrypted import Busy, Refused, connected
from journal.storage.passphrase_key import USUAL_COST, Cost, Head, Key

NEW: Final = ".new"
# What SQLite keeps beside a file while it is written.
SIDE_FILES: Final = ("-journal", "-wal", "-shm")
# As `migrate` names them, and what SQLite may have kept beside one.
_COPY: Final = re.compile(r"\.(\d+-)?before-\d+(-journal|-wal|-shm)?")


def rewrite(
    file: Path,
    key: Key | None,
    passphrase: str | None,
    *,
    minutes: int = 0,
    cost: Cost = USUAL_COST,
) -> Key | None:
    """Put the journal under another passphrase.

    To be called while this process has the file not open.

    Args:
        file: The journal.
        key: What opens it now; None when it is not encrypted.
        passphrase: What shall open it; None for no passphrase.
        minutes: Kept in the new file, as `locked_after` reads it.
        cost: Of one guess.

    Returns:
        The key of the new file.

    Raises:
        JournalInUse: Something else has the journal open.
        RewriteFailed: It could not be written, or not read back as it was.
    """
    remove_leftovers(file)
    fresh = file.with_name(file.name + NEW)
    fresh_key = Head.made(cost).key(passphrase) if passphrase is not None else None
    try:
        with held(file, key) as holder:
            _write(file, key, fresh, fresh_key, minutes)
            if not is_the_same(holder, fresh, _key_again(fresh, fresh_key, passphrase)):
                raise RewriteFailed
            for copy in kept_copies(file):
                copy.unlink()
            _to_disk(fresh)
            if os.name == "nt":
                holder.close()  # there an open file cannot be replaced
            fresh.replace(file)
            _to_disk(file.parent)
    except (OSError, Refused) as failure:
        raise RewriteFailed from failure
    finally:
        remove_leftovers(file)
    return fresh_key


def remove_leftovers(file: Path) -> None:
    """Remove what an interruption left of a second file; never where there is no first one."""
    if not file.exists() or not file.stat().st_size:
        return
    for end in ("", *SIDE_FILES):
        file.with_name(f"{file.name}{NEW}{end}").unlink(missing_ok=True)


def kept_copies(file: Path) -> list[Path]:
    """Find the copies that upgrades left beside the journal."""
    found = file.parent.glob(f"{escape(file.name)}.*before-*")
    return sorted(copy for copy in found if _COPY.fullmatch(copy.name, len(file.name)))


@contextmanager
def held(file: Path, key: Key | None) -> Iterator[Any]:
    """Keep everybody else from opening or writing the journal; it can be read meanwhile.

    Its write-ahead log is emptied and gone: left behind, it would be taken for the new file's.

    Raises:
        JournalInUse: Something else has it open.
    """
    with closing(connected(file, key)) as holder:
        try:
            # Only whoever is alone can end the write-ahead log.
            mode = holder.execute("PRAGMA journal_mode=DELETE").fetchone()
            holder.execute("BEGIN IMMEDIATE")
        except Busy as failure:
            raise JournalInUse from failure
        if mode != ("delete",):
            raise JournalInUse
        yield holder


def _write(file: Path, key: Key | None, fresh: Path, fresh_key: Key | None, minutes: int) -> None:
    os.close(os.open(fresh, os.O_CREAT | os.O_RDWR, 0o600))
    with closing(connected(file, key)) as writer:
        specification = fresh_key.specification if fresh_key else ""
        writer.execute("ATTACH ? AS fresh KEY ?", (str(fresh), specification))
        writer.execute("PRAGMA fresh.synchronous=FULL")
        writer.execute("SELECT sqlcipher_export('fresh')").fetchall()
        writer.execute(f"PRAGMA fresh.user_version={int(minutes)}")
        writer.execute("DETACH fresh")


def _key_again(fresh: Path, made: Key | None, passphrase: str | None) -> Key | None:
    """Derive the key as it will be the next time: from the passphrase and the file alone."""
    head = Head.of(fresh)
    if made is None or passphrase is None:
        return None
    if head is None:
        raise RewriteFailed
    return head.key(passphrase)


def is_the_same(one: Any, fresh: Path, fresh_key: Key | None) -> bool:  # noqa: ANN401  # a connection
    """Say whether another file is whole and holds, row by row, what a connection reads."""
    with closing(connected(fresh, fresh_key)) as other:
        if other.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            return False
        if fresh_key and other.execute("PRAGMA cipher_integrity_check").fetchall():
            return False
        there = _described(one)
        return there == _described(other) and all(
            _same_rows(one, other, name) for name, kind, _ in there if kind == "table"
        )


def _described(connection: Any) -> list[tuple[str, str, str | None]]:  # noqa: ANN401  # as above
    """Return the name and kind of everything in a file, with the statement that made it."""
    query = "SELECT name, type, sql FROM sqlite_master ORDER BY name, type"
    described: list[tuple[str, str, str | None]] = connection.execute(query).fetchall()
    return described


def _same_rows(one: Any, other: Any, table: str) -> bool:  # noqa: ANN401  # two DBAPI connections
    quoted = '"' + table.replace('"', '""') + '"'
    query = f"SELECT * FROM {quoted} NOT INDEXED"  # noqa: S608  # a name of a table of ours
    return all(a == b for a, b in zip_longest(one.execute(query), other.execute(query)))


def _to_disk(path: Path) -> None:
    """Wait until a file, or which files a folder has, is on the disk."""
    with suppress(PermissionError):  # Windows opens no folders, and writes them through
        opened = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
