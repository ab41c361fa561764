"""What several apps said of one thing of one day, and which of them is believed.

Health keeps every app's word side by side. Where two differ, the one that wrote last is taken, and
the day is listed; what one app wrote several times of a day comes as its strongest word.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from journal.exchange.importing.gathering import Gathering

CHOSEN: Final = "two apps said different things of one day; the one that wrote last was taken"


@dataclass(frozen=True, slots=True)
class Word:
    """What one app said.

    Attributes:
        rank: The strongest of several is kept.
        created: When it was written.
    """

    value: object
    rank: float
    created: int


@dataclass(frozen=True, slots=True)
class Settled:
    """What is taken for one field of one day, and from which app."""

    day: date
    field: str
    value: object
    source: str


class Said:
    """Everything that was said, by day, field and app."""

    def __init__(self) -> None:
        self._words: dict[tuple[date, str], dict[str, Word]] = defaultdict(dict)

    def hear(self, day: date, field: str, source: str, word: Word) -> None:
        """Take in a word."""
        words = self._words[day, field]
        if before := words.get(source):
            stronger = word if word.rank > before.rank else before
            word = Word(stronger.value, stronger.rank, max(word.created, before.created))
        words[source] = word

    def settled(self, gathering: Gathering, names: dict[str, str]) -> Iterator[Settled]:
        """Give what is taken, oldest day first; where apps differ, the day is listed.

        Args:
            gathering: Takes the list.
            names: Of the fields, for the list.
        """
        for (day, field), words in sorted(self._words.items(), key=lambda item: item[0]):
            source, word = max(words.items(), key=lambda item: (item[1].created, item[0]))
            if any(other.value != word.value for other in words.values()):
                gathering.leave_out(names.get(field, field), CHOSEN)
            yield Settled(day, field, word.value, source)
