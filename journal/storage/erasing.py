"""Removing every file of a journal; what was in them is written over first.

How much writing over helps is for the disk to say: many keep what was written elsewhere.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from journal.domain.machine import NotAllErased
from journal.storage.rewriting import NEW, SIDE_FILES, kept_copies

_PIECE: Final = bytes(1 << 20)


def erase_files(file: Path) -> None:
    """Remove the journal, what SQLite keeps beside it, and copies from upgrades.

    The journal itself goes last: until all else is gone, it can be seen that it is not over.

    Raises:
        NotAllErased: Some of them are still there.
    """
    fresh = [file.with_name(f"{file.name}{NEW}{end}") for end in ("", *SIDE_FILES)]
    beside = [file.with_name(f"{file.name}{end}") for end in SIDE_FILES]
    left = [path for path in (*kept_copies(file), *fresh, *beside, file) if not _is_gone(path)]
    if left:
        raise NotAllErased([path.name for path in left])


def _is_gone(path: Path) -> bool:
    with suppress(OSError):
        if path.exists():
            _write_over(path)
    with suppress(OSError):
        path.unlink(missing_ok=True)
    return not path.exists()


def _write_over(path: Path) -> None:
    with path.open("r+b") as opened:
        left = path.stat().st_size
        while left > 0:
            left -= opened.write(_PIECE[: min(left, len(_PIECE))])
        opened.flush()
        os.fsync(opened.fileno())
