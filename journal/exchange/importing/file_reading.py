"""A chosen file on its way to being understood: in steps, so that it can be watched and stopped.

A small file is read into memory and understood at once. A large one is gone through piece by piece
by the one format that can, which keeps only what the journal may want. Either way the file is
put away as soon as it was gone through.
"""

import time
from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import Final, TypeAlias, cast
from uuid import uuid4

from journal.exchange.importing.app_words import forget_words
from journal.exchange.importing.chosen_file_errors import FileGone
from journal.exchange.importing.errors import FileUnreadable
from journal.exchange.importing.formats import importer_for
from journal.exchange.importing.parsed import Choices, Going, Parsed
from journal.exchange.importing.upload import Upload

Answer: TypeAlias = Callable[[Choices], Parsed]
_LONG: Final = 60.0  # seconds


class FileReading:
    """A file and how far it was read.

    Attributes:
        key: Different for every file that was chosen.
        done: How many bytes were gone through, of `total`.
        small: A small file, once it is in memory, also where no importer knows it.
    """

    def __init__(self, upload: Upload, put_away: Callable[[], None] = lambda: None) -> None:
        self.key: Final = uuid4().hex
        self.name: Final = upload.name
        self.size: Final = upload.size
        self.done, self.total = 0, upload.size
        self.small: Upload | None = None
        self._upload: Upload | None = upload
        self._put_away = put_away
        self._going: Going | None = None
        self._answer: Answer | None = None
        self._failure: FileUnreadable | None = None
        self._lock = Lock()

    def go_on(self, seconds: float) -> bool:
        """Go on reading for about so long; True once the whole file was gone through.

        Raises:
            FileUnreadable: It cannot be read; nothing of it is kept.
        """
        with self._lock:
            if self._failure:
                raise self._failure
            if self._answer is None:
                try:
                    self._answer = self._read_on(time.monotonic() + seconds)
                except FileUnreadable as failure:
                    self._failure = failure
                    self.close()
                    raise
                if self._answer:
                    self.close()
            return self._answer is not None

    def parsed(self, choices: Choices) -> Parsed:
        """Return what the file says, as her answers have it; reads it to its end first.

        Raises:
            FileUnreadable: It cannot be read.
        """
        while not self.go_on(_LONG):
            pass
        answer = cast("Answer", self._answer)
        try:
            return answer(choices)
        finally:
            forget_words()

    def close(self) -> None:
        """Put the file itself away; what was understood of it stays."""
        self._upload = self._going = None
        self._put_away()

    def _read_on(self, until: float) -> Answer | None:
        if self._upload is None:
            raise FileGone
        if self._going is None:
            upload = self._upload
            if upload.is_small:
                self.small = upload = Upload(upload.name, upload.content)
            importer = importer_for(upload)
            if importer.begin is None:
                return partial(importer.read, upload)
            self._going = importer.begin(upload)
        going = self._going  # of its own: the page may be closed at any time, by another thread
        try:
            while True:
                self.done, self.total = next(going)
                if time.monotonic() >= until:
                    return None
        except StopIteration as finished:
            return cast("Answer", finished.value)
