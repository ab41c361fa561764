"""A backup: the complete record, packed, and sealed with a passphrase where she wants that.

tending-backup-2026-11-23.json.gz        gunzip opens it anywhere
tending-backup-2026-11-23.json.gz.age    so does any age program, with the passphrase
"""

import json
import zlib
from datetime import date
from typing import Final

from journal.domain.journal import Journal
from journal.domain.snapshot import RecordSnapshot
from journal.exchange.record.errors import BackupDamaged, BackupSealed, NoRecord, RecordTooLarge
from journal.exchange.record.reading import LARGEST_RECORD, Record, read_record
from journal.exchange.record.sealing import is_sealed, opened, sealed
from journal.exchange.record.writing import FORMAT, record_pieces

PACKED_MIME: Final = "application/gzip"
SEALED_MIME: Final = "application/octet-stream"
JSON_MIME: Final = "application/json"
GZIP_START: Final = b"\x1f\x8b\x08"
_LEVEL: Final = 6
_GZIP: Final = 31  # zlib's name for its own window of 15 bits with gzip's head around it
_STEP: Final = 1_000_000
_HEAD_BYTES: Final = 4096


def packed_backup(snapshot: RecordSnapshot, written_on: date) -> bytes:
    """Return a backup that anybody who has the file can read."""
    packing = zlib.compressobj(_LEVEL, wbits=_GZIP)
    pieces = [packing.compress(piece) for piece in record_pieces(snapshot, written_on)]
    return b"".join([*pieces, packing.flush()])


def sealed_backup(snapshot: RecordSnapshot, written_on: date, passphrase: str) -> bytes:
    """Return a backup that only this passphrase opens; it takes a second or two.

    Raises:
        SealNotMade: The machine has not the time or the memory for it.
    """
    return sealed(packed_backup(snapshot, written_on), passphrase)


def backup_file(journal: Journal, today: date) -> bytes:
    """Return an open backup of a journal as it is when this is called."""
    return packed_backup(journal.snapshot(), today)


def sealed_backup_file(journal: Journal, today: date, passphrase: str) -> bytes:
    """Return a sealed backup of a journal as it is when this is called.

    Raises:
        SealNotMade: The machine has not the time or the memory for it.
    """
    return sealed_backup(journal.snapshot(), today, passphrase)


def record_file(journal: Journal, today: date) -> bytes:
    """Return the complete record of a journal, as it is when this is called, as plain text."""
    return b"".join(record_pieces(journal.snapshot(), today))


def backup_name(written_on: date, *, is_sealed: bool) -> str:
    """Return the name of a backup's file."""
    return f"tending-backup-{written_on.isoformat()}.json.gz{'.age' if is_sealed else ''}"


def record_name(written_on: date) -> str:
    """Return the name of a record's file."""
    return f"tending-record-{written_on.isoformat()}.json"


def open_backup(content: bytes, passphrase: str = "") -> Record:
    """Read a backup or a plain record; nothing in it is believed before it was looked at.

    Raises:
        BackupSealed: It is sealed and no passphrase was given.
        FileUnreadable: It cannot be opened, is no record, or says what no journal keeps.
    """
    if len(content) > LARGEST_RECORD:
        raise RecordTooLarge(LARGEST_RECORD)
    if is_sealed(content):
        if not passphrase:
            raise BackupSealed
        content = opened(content, passphrase)
    if content.startswith(GZIP_START):
        content = _unpacked(content)
    if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        raise NoRecord
    return read_record(content)


def is_backup(head: bytes) -> bool:
    """Say by its first bytes whether a file is a record or a backup, sealed or not."""
    if is_sealed(head):
        return True
    if head.startswith(GZIP_START):
        try:
            head = zlib.decompressobj(wbits=_GZIP).decompress(head, _HEAD_BYTES)
        except zlib.error:
            return False
    return _says_format(head[:_HEAD_BYTES])


def _says_format(head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    name, _, rest = start.removeprefix(b"{").lstrip().partition(b":")
    said = rest.lstrip()
    return name.strip() == b'"format"' and said.startswith(json.dumps(FORMAT).encode())


def _unpacked(content: bytes) -> bytes:
    """Unpack step by step, and no further than any journal reaches."""
    unpacking = zlib.decompressobj(wbits=_GZIP)
    pieces: list[bytes] = []
    size = 0
    while not unpacking.eof:
        try:
            pieces.append(unpacking.decompress(content, _STEP))
        except zlib.error:
            raise BackupDamaged from None
        content = unpacking.unconsumed_tail
        size += len(pieces[-1])
        if size > LARGEST_RECORD:
            raise RecordTooLarge(LARGEST_RECORD)
        if not pieces[-1] and not content and not unpacking.eof:
            raise BackupDamaged
    if unpacking.unused_data:
        raise BackupDamaged
    return b"".join(pieces)
