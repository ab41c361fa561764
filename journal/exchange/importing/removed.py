"""What of a file she removed from her journal: it stays removed unless she wants it back."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from journal.domain.journal import DayChanges
from journal.domain.removals import DAY_ENTITY, Removals

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Removed:
    """How much of a file she removed.

    Attributes:
        counts: How many of each thing the history names: day (its fields), moment, context …
        come_back: She wants them again, so they are among what is new.
    """

    counts: Mapping[str, int]
    come_back: bool

    def __bool__(self) -> bool:
        return bool(self.counts)

    def staying(self, entity: str) -> int:
        """Return how many of one thing stay removed."""
        return 0 if self.come_back else self.counts.get(entity, 0)


@dataclass(slots=True)
class Sieve:
    """Holds back what she removed, and counts it; is given only what the journal lacks."""

    removals: Removals
    come_back: bool
    counts: Counter[str] = field(default_factory=Counter)

    def fields(self, day: date, changes: DayChanges) -> DayChanges:
        """Return those of a day's fields that are to be written."""
        return {
            name: value
            for name, value in changes.items()
            if self._passes(DAY_ENTITY, removed=self.removals.has_field(day, name))
        }

    def whole(self, entity: str, items: Iterable[Item], key: Callable[[Item], str]) -> list[Item]:
        """Return those of several things that are to be written; `key` names each of them."""
        return [
            item
            for item in items
            if self._passes(entity, removed=self.removals.has(entity, key(item)))
        ]

    def removed(self) -> Removed:
        """Return how much she removed of what was given so far."""
        return Removed(dict(self.counts), self.come_back)

    def _passes(self, entity: str, *, removed: bool) -> bool:
        if removed:
            self.counts[entity] += 1
        return self.come_back or not removed
