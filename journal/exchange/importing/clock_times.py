"""Times of day as apps write them: 24 hours, or 12 with a word for the half of the day."""

import re
from datetime import time
from typing import Final

from journal.exchange.importing.word_tables import clock_words

_CLOCK: Final = re.compile(r"([^\d]{0,12})(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?([^\d]{0,12})")
_NOON: Final = 12


def time_of(text: str) -> time | None:
    """Read a time of day; None where it cannot be read with certainty."""
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        return None
    word = re.sub(r"\s+", " ", f"{found[1]} {found[4]}").strip().lower()
    hour, minute = int(found[2]), int(found[3])
    if word:
        half = clock_words().get(word)
        if half is None or not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None
