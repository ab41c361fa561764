"""Wrong passphrases, counted: after a few, each further try has to wait, longer each time."""

from math import ceil
from typing import Final

from journal.domain.machine import TriesTooMany

FREE_TRIES: Final = 3
_FIRST_WAIT: Final = 5.0  # seconds; doubled with each further try
_LONGEST_WAIT: Final = 300.0


class Tries:
    """The wrong tries since the last right one, from whatever page they came."""

    def __init__(self) -> None:
        self._wrong = 0
        self._not_before = 0.0

    def require(self, now: float) -> None:
        """Let a try through.

        Args:
            now: Seconds of a clock that only goes on.

        Raises:
            TriesTooMany: It comes too early.
        """
        if now < self._not_before:
            raise TriesTooMany(ceil(self._not_before - now))

    def note(self, *, right: bool, now: float) -> None:
        """Remember how a try ended."""
        self._wrong = 0 if right else self._wrong + 1
        beyond = self._wrong - FREE_TRIES
        wait = min(_FIRST_WAIT * 2**beyond, _LONGEST_WAIT) if beyond >= 0 else 0.0
        self._not_before = now + wait
