"""Where chosen files arrive: a place for each open page, known to that page alone.

    page            asks for a place, and tells its browser the secret
    browser         sends the file with the secret
    page            finds the file in its place, reads it, puts it away

A place holds one file, the newest. What arrives only in part is never in a place.
"""

import secrets
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Final

from journal.exchange.importing.chosen_file_errors import DiskTooFull, TooLargeToKeep
from journal.exchange.importing.errors import FileEmpty, FileUnreadable
from journal.exchange.importing.file_reading import FileReading
from journal.exchange.importing.kept_file import KeptFile, files_folder, free_bytes
from journal.exchange.importing.upload import Upload, clean_text

# Ten years of two watches come to about 3 GB; nothing that is written by hand comes near it.
LARGEST_FILE: Final = 8_000_000_000
# Left free for the journal itself and for the rest of the machine.
_SPARE: Final = 300_000_000
_SECRET_BYTES: Final = 32
_LONGEST_NAME: Final = 200


class Arrival:
    """One file on its way into a place."""

    def __init__(self, place: "Place", name: str, size: int, folder: Path) -> None:
        self._place = place
        self._name = name
        self._size = size
        self._kept = KeptFile(folder)

    def write(self, piece: bytes) -> None:
        """Take the next bytes.

        Raises:
            FileGone: Its page was closed, or another file was chosen since.
            OSError: The disk does not take them.
        """
        self._kept.write(piece)

    def finish(self) -> str | None:
        """Put the file into its place, if it is whole; otherwise say what is wrong with it."""
        if self._kept.size != self._size:
            self.drop()
            return "The file did not arrive as a whole. Please choose it again."
        try:
            reading = FileReading(Upload(self._name, self._kept), self.drop)
        except FileUnreadable as failure:
            self.drop()
            return str(failure)
        return None if self._place.take(self, reading) else "Another file was chosen since."

    def drop(self) -> None:
        """Forget everything that arrived."""
        self._kept.put_away()


class Place:
    """Where the file of one open page lies.

    Attributes:
        secret: What a browser has to know to send a file here.
    """

    def __init__(self, folder: Path, on_close: Callable[[], None]) -> None:
        self.secret: Final = secrets.token_urlsafe(_SECRET_BYTES)
        self._folder = folder
        self._on_close = on_close
        self._lock = Lock()
        self._arriving: Arrival | None = None
        self._reading: FileReading | None = None
        self._open = True

    @property
    def reading(self) -> FileReading | None:
        """The file that lies here."""
        return self._reading

    def expect(self, name: str, size: int) -> Arrival:
        """Begin to take a file; one that is still on its way is dropped.

        Raises:
            FileEmpty, TooLargeToKeep, DiskTooFull: It cannot be kept.
        """
        if size == 0:
            raise FileEmpty
        if size > LARGEST_FILE:
            raise TooLargeToKeep(size, LARGEST_FILE)
        if (free := max(free_bytes(self._folder) - _SPARE, 0)) < size:
            raise DiskTooFull(size, free)
        arrival = Arrival(self, clean_text(name)[:_LONGEST_NAME], size, self._folder)
        with self._lock:
            before, self._arriving = self._arriving, arrival
        if before:
            before.drop()
        return arrival

    def take(self, arrival: Arrival, reading: FileReading) -> bool:
        """Let a file that arrived lie here in place of the one before; False when it came late."""
        with self._lock:
            taken = self._open and self._arriving is arrival
            gone = self._reading if taken else reading
            if taken:
                self._reading, self._arriving = reading, None
        if gone:
            gone.close()
        return taken

    def clear(self) -> None:
        """Put away what lies here, and what is on its way."""
        with self._lock:
            reading, self._reading = self._reading, None
            arriving, self._arriving = self._arriving, None
        if reading:
            reading.close()
        if arriving:
            arriving.drop()

    def close(self) -> None:
        """Give the place up: nothing arrives here any more."""
        self._open = False
        self._on_close()
        self.clear()


class ChosenFiles:
    """The places of all open pages."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or files_folder()
        self._places: dict[str, Place] = {}

    def open_place(self) -> Place:
        """Make a place for a page that was opened."""
        place = Place(self._folder, lambda: self._forget(place))
        self._places[_digest(place.secret)] = place
        return place

    def begin(self, secret: str, name: str, size: int) -> Arrival | str | None:
        """Begin to take a file.

        Returns:
            What takes its bytes; a sentence when it cannot be kept; None when no open page has
            this secret.
        """
        place = self._places.get(_digest(secret))
        if place is None:
            return None
        try:
            return place.expect(name, size)
        except FileUnreadable as failure:
            return str(failure)
        except OSError:
            return "The disk of this machine takes no files just now. Please try again later."

    def _forget(self, place: Place) -> None:
        self._places.pop(_digest(place.secret), None)


def _digest(secret: str) -> str:
    # Looked up by what follows from it, so that no answer takes longer the more of it is guessed.
    return sha256(secret.encode()).hexdigest()
