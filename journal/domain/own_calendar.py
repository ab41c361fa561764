"""What a calendar of her own is given: what the days ahead are called there, and a reminder."""

from dataclasses import dataclass
from datetime import time
from typing import Final
from uuid import uuid4

from journal.domain.errors import TextTooLong

LONGEST_TITLE: Final = 80


def new_calendar_key() -> str:
    """Return a key no journal has: random, so that it tells nothing of whose it is."""
    return uuid4().hex


@dataclass(frozen=True, slots=True)
class OwnCalendar:
    """What she wants there; the file she takes and the address she opens hold the same.

    Attributes:
        title: What the days ahead are called, in her words; empty for the usual words.
        remind_at: Time of a daily reminder to write, by her own clock; None for none.
        key: What tells the entries of this journal from another's in one calendar program, 32
            hexadecimal digits; empty until a calendar is given something.

    Raises:
        TextTooLong: A title longer than 80 characters.
    """

    title: str = ""
    remind_at: time | None = None
    key: str = ""

    def __post_init__(self) -> None:
        if len(self.title) > LONGEST_TITLE:
            raise TextTooLong("What the days are called", len(self.title), LONGEST_TITLE)
