"""One object of a record, read value by value; nothing in it is passed over."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, Final, TypeVar

from journal.domain.day_fields import LONGEST_CODE
from journal.domain.days import Sensation
from journal.domain.errors import JournalError
from journal.domain.texts import storable
from journal.exchange.importing.errors import shown
from journal.exchange.record.errors import RecordUnreadable

LONGEST_ID: Final = 40
Choice = TypeVar("Choice", bound=StrEnum)
Read = TypeVar("Read")
_PAIR: Final = 2
_OBJECT: Final = "it is no object with names and values"


class Item:
    """An object of the record that must hold what its names say, and nothing else.

    Args:
        document: What the file has there.
        place: Names it in a sentence.

    Raises:
        RecordUnreadable: It is no object; every method says so of its value.
    """

    __slots__ = ("_left", "place")

    def __init__(self, document: object, place: str) -> None:
        self.place = place
        if not isinstance(document, dict):
            raise self.refused(_OBJECT)
        self._left = dict(document)

    def refused(self, why: str) -> RecordUnreadable:
        """Return the failure that names this place."""
        return RecordUnreadable(self.place, why)

    def take(self, name: str) -> Any:  # noqa: ANN401  # JSON holds anything
        """Return a value and count it as read; None when it is not there."""
        return self._left.pop(name, None)

    def end(self) -> None:
        """See that nothing is left unread."""
        if self._left:
            name = min(map(str, self._left))
            raise self.refused(f"it has a field {shown(name)} that this version does not know")

    def needed(self, name: str, read: Callable[[str], Read | None]) -> Read:
        """Read a value that must be there."""
        value = read(name)
        if value is None:
            raise self.refused(f"“{name}” is missing")
        return value

    def text(self, name: str, longest: int | None = None) -> str | None:
        """Read a text, without what no database takes."""
        value = self.take(name)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self._not_a(name, value, "a text")
        if longest is not None and len(value) > longest:
            raise self.refused(f"“{name}” is longer than {longest} characters")
        return storable(value)

    def code(self, name: str) -> str | None:
        """Read a code of a catalogue."""
        return self._plain_word(name, LONGEST_CODE)

    def id(self, name: str) -> str | None:
        """Read what one thing is known by."""
        return self._plain_word(name, LONGEST_ID)

    def flag(self, name: str) -> bool | None:
        """Read yes or no."""
        value = self.take(name)
        if value is not None and not isinstance(value, bool):
            raise self._not_a(name, value, "true or false")
        return value

    def whole(self, name: str, lowest: int, highest: int) -> int | None:
        """Read a whole number."""
        value = self.take(name)
        if value is None:
            return None
        if type(value) is not int or not lowest <= value <= highest:
            raise self._not_a(name, value, f"a whole number from {lowest} to {highest}")
        return value

    def choice(self, name: str, kind: type[Choice]) -> Choice | None:
        """Read one of the choices a field has."""
        value = self.take(name)
        if value is None:
            return None
        try:
            return kind(value)
        except ValueError:
            allowed = ", ".join(choice.value for choice in kind)
            raise self._not_a(name, value, f"one of {allowed}") from None

    def date(self, name: str) -> date | None:
        """Read a date."""
        what = "a date such as 2026-03-21"
        day = self._iso(name, date.fromisoformat, what)
        if day == date.max:  # a span has no end after it
            raise self._not_a(name, day, what)
        return day

    def time(self, name: str) -> time | None:
        """Read a time of day, without a zone."""
        what = "a time of day such as 21:30"
        at = self._iso(name, time.fromisoformat, what)
        if at is not None and at.tzinfo is not None:
            raise self._not_a(name, at.isoformat(), what)
        return at

    def instant(self, name: str) -> datetime | None:
        """Read an instant; its zone must be told."""
        what = "an instant such as 2026-03-21T18:30:00+00:00"
        at = self._iso(name, datetime.fromisoformat, what)
        if at is not None and at.tzinfo is None:
            raise self._not_a(name, at.isoformat(), what)
        try:
            return at and at.astimezone(UTC)
        except OverflowError:
            raise self._not_a(name, str(at), what) from None

    def sensations(self, name: str) -> frozenset[Sensation]:
        """Read pairs of a place and a quality; no sensation when there are none."""
        value = self.take(name)
        if value is None:
            return frozenset()
        if not isinstance(value, list) or not all(map(_is_pair, value)):
            raise self._not_a(name, value, "pairs such as [“heart”, “flutter”]")
        return frozenset(Sensation(*pair) for pair in value)

    def checked(self, make: Callable[[], Read]) -> Read:
        """Make a value, which may refuse what it is made of."""
        try:
            return make()
        except JournalError as error:
            raise self.refused(str(error)) from None

    def _plain_word(self, name: str, longest: int) -> str | None:
        value = self.text(name, longest)
        if value is not None and "|" in value:  # parts of a key are joined by it
            raise self._not_a(name, value, "a code without “|”")
        return value or None  # nothing is known by no letter

    def _iso(self, name: str, read: Callable[[str], Read], what: str) -> Read | None:
        value = self.take(name)
        if value is None:
            return None
        try:
            return read(value)
        except (TypeError, ValueError):
            raise self._not_a(name, value, what) from None

    def _not_a(self, name: str, value: object, expected: str) -> RecordUnreadable:
        return self.refused(f"“{name}” is {shown(str(value)[:200])}, where {expected} is expected")


def _is_pair(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == _PAIR
        and all(
            isinstance(part, str)
            and 0 < len(part) <= LONGEST_CODE
            and ":" not in part
            and part == storable(part)
            for part in value
        )
    )
