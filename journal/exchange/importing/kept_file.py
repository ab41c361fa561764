"""A chosen file on the disk, without a name: nobody else can open it, and nothing is left behind.

The system forgets a file without a name once it is closed, also when the program ends in the middle
or the machine is switched off, so that there is nothing to clear away at the next start.
"""

import io
import os
import shutil
import tempfile
from pathlib import Path
from threading import Lock
from typing import BinaryIO, Final

from journal.exchange.importing.chosen_file_errors import FileGone

# What a system keeps on the disk even where its folder for temporary files lies in memory.
_ON_DISK: Final = Path("/var/tmp")  # noqa: S108 - the file has no name there
_BUFFER: Final = 1_000_000


def files_folder() -> Path:
    """Return the folder whose disk chosen files lie on."""
    chosen = any(os.environ.get(name) for name in ("TMPDIR", "TEMP", "TMP"))
    if not chosen and os.access(_ON_DISK, os.W_OK):
        return _ON_DISK
    return Path(tempfile.gettempdir())


def free_bytes(folder: Path) -> int:
    """Return how much more the disk of a folder can hold."""
    return shutil.disk_usage(folder).free


class KeptFile:
    """Bytes that arrive one after the other and can be read until they are put away.

    Where the system knows no files without a name, it has one that only its owner may open (0600)
    and that the system removes when it is closed.
    """

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(  # noqa: SIM115 - closed when it is put away
            "w+b", buffering=0, prefix="tending-", dir=folder
        )
        self._lock = Lock()
        self._size = 0

    def __del__(self) -> None:
        self._file.close()

    @property
    def size(self) -> int:
        """How many bytes have arrived."""
        return self._size

    def write(self, piece: bytes) -> None:
        """Add bytes at the end.

        Raises:
            FileGone: It was put away.
            OSError: The disk does not take them.
        """
        rest = memoryview(piece)
        with self._lock:
            self._still_here()
            self._file.seek(self._size)
            while rest:
                written = self._file.write(rest) or 0
                self._size += written
                rest = rest[written:]

    def read_at(self, place: int, room: memoryview) -> int:
        """Fill `room` with the bytes from `place` on; return how many there were.

        Raises:
            FileGone: It was put away.
        """
        with self._lock:
            self._still_here()
            self._file.seek(place)
            return self._file.readinto(room) or 0

    def open(self) -> BinaryIO:
        """Open it for reading from its beginning."""
        return io.BufferedReader(_Reader(self), _BUFFER)

    def put_away(self) -> None:
        """Let the system forget it; whoever reads it still is told that it is gone."""
        with self._lock:
            self._file.close()

    def _still_here(self) -> None:
        if self._file.closed:
            raise FileGone


class _Reader(io.RawIOBase):
    """One reader's place in a kept file."""

    def __init__(self, kept: KeptFile) -> None:
        super().__init__()
        self._kept = kept
        self._place = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, room: memoryview) -> int:  # type: ignore[override]  # as `io` calls it
        count = self._kept.read_at(self._place, room)
        self._place += count
        return count

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        starts = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self._kept.size}
        place = starts[whence] + offset
        if place < 0:
            raise ValueError(place)
        self._place = place
        return place

    def tell(self) -> int:
        return self._place
