"""Removing every file of a journal, or putting a locked one beside.

What is removed is written over first.

How much writing over helps is for the disk to say: many keep what was written elsewhere.
"""

import os
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path
from typing import Final

from journal.domain.machine import NotAllErased, NotSetAside
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


def put_beside(file: Path, today: date) -> Path:
    """Give a journal that nobody can open another name, with what SQLite keeps beside it.

    Raises:
        NotSetAside: It has the name it had.
    """
    names = (file.with_name(f"{file.name}.locked-{today}{_nth(number)}") for number in count(1))
    beside = next(name for name in names if not name.exists())
    moved: list[tuple[Path, Path]] = []
    try:
        for end in (*SIDE_FILES, ""):
            old, new = file.with_name(f"{file.name}{end}"), beside.with_name(f"{beside.name}{end}")
            if old.exists():
                old.rename(new)
                moved.append((new, old))
    except OSError as failure:
        for new, old in moved:
            new.rename(old)
        raise NotSetAside from failure
    return beside


def _nth(number: int) -> str:
    return f"-{number}" if number > 1 else ""


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
