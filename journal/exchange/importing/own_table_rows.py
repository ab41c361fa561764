"""The rows of the journal's own tables: a day, a moment, a context or a word of hers each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Final, TypeVar

from journal.domain.catalogues import OWN_GROUP, CatalogueName, Entry, shipped_catalogue
from journal.domain.contexts import Context, ContextKind
from journal.domain.day_fields import FLAGS, LONGEST_CODE
from journal.domain.days import PLAIN_FIELDS, RATING_FIELDS, SIGN_PREFIX, Sensation
from journal.domain.errors import JournalError
from journal.domain.moments import Author, BidResponse, Initiator, Moment, WithWhom
from journal.domain.ranges import ONE_DAY
from journal.exchange.csv_cells import plain_cell
from journal.exchange.importing.errors import ValueRefused, ValueUnreadable
from journal.exchange.importing.gathering import day_of
from journal.exchange.importing.tables import Row
from journal.exchange.importing.upload import clean_text
from journal.exchange.record.table_columns import BETWEEN_SENSATIONS, NO, YES

_YES_OR_NO: Final = {YES: True, NO: False}
_LONGEST_ID: Final = 40
_LONGEST_NAME: Final = 120
Choice = TypeVar("Choice", bound=StrEnum)
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one row, each as what its column holds.

    Every method raises a `ValueUnreadable` that names the row and the column.
    """

    row: Row

    def text(self, column: str, longest: int | None = None) -> str | None:
        """Return a text as it was written out; None when it is empty."""
        text = plain_cell(self.row.cells.get(column, ""))
        if longest is not None and len(text) > longest:
            raise self.refused(column, f"up to {longest} characters")
        return text if text.strip() else None

    def word(self, column: str, longest: int = LONGEST_CODE) -> str | None:
        """Return a code, or what something is known by."""
        word = plain_cell(self.row.get(column))
        if len(word) > longest or "|" in word:
            raise self.refused(column, "a code as it was written out")
        return word or None

    def day(self, column: str) -> date | None:
        """Return a date; None when the cell is empty."""
        text = self.row.get(column)
        return day_of(text, self.row.place) if text else None

    def time(self, column: str) -> time | None:
        """Return a time of day."""
        at = self._as(column, time.fromisoformat, "a time of day such as 21:30")
        if at is not None and at.tzinfo is not None:
            raise self.refused(column, "a time of day such as 21:30")
        return at

    def whole(self, column: str) -> int | None:
        """Return a whole number."""
        return self._as(column, int, "a whole number")

    def number(self, column: str) -> float | None:
        """Return a number."""
        return self._as(column, float, "a number such as 36.6")

    def flag(self, column: str) -> bool | None:
        """Return yes or no."""
        return self._as(column, lambda text: _YES_OR_NO[text.lower()], "yes or no")

    def choice(self, column: str, kind: type[Choice]) -> Choice | None:
        """Return one of the choices a column has."""
        return self._as(column, kind, f"one of {', '.join(choice.value for choice in kind)}")

    def sensations(self, column: str) -> frozenset[Sensation]:
        """Return what was felt."""
        expected = "pairs such as heart:flutter, joined by a semicolon"
        text = plain_cell(self.row.get(column))
        pairs = [part.strip().split(":") for part in text.split(BETWEEN_SENSATIONS.strip())]
        found = set()
        for pair in (pair for pair in pairs if pair != [""]):
            match pair:
                case [place, quality] if all(0 < len(part) <= LONGEST_CODE for part in pair):
                    found.add(Sensation(place, quality))
                case _:
                    raise self.refused(column, expected)
        return frozenset(found)

    def refused(self, column: str, expected: str) -> ValueUnreadable:
        """Return the failure that names this cell."""
        return ValueUnreadable(self.row.place, column, self.row.get(column), expected)

    def _as(self, column: str, read: Callable[[str], Made], expected: str) -> Made | None:
        text = self.row.get(column)
        if not text:
            return None
        try:
            return read(text)
        except (ValueError, KeyError, OverflowError):
            raise self.refused(column, expected) from None


def day_values(cells: Cells) -> Iterator[tuple[str, object]]:
    """Yield the fields a row records of its day, by name."""
    for name in PLAIN_FIELDS:
        if name in RATING_FIELDS:
            yield name, cells.whole(name)
        elif name in FLAGS:
            yield name, cells.flag(name)
        elif name in {"sleep_hours", "temperature_c"}:
            yield name, cells.number(name)
        elif name == "note":
            yield name, cells.text(name)
        else:
            yield name, cells.word(name)
    for column in cells.row.cells:
        if column.startswith(SIGN_PREFIX):
            yield column, cells.word(column)


def moment_of(cells: Cells, day: date) -> Moment:
    """Return the moment a row tells; its id is empty where the row has none.

    Raises:
        FileUnreadable: It is none; names the row.
    """
    kind = cells.word("kind")
    if kind is None:
        raise cells.refused("kind", "what the moment was")
    at, minutes = cells.time("at"), cells.whole("minutes")
    said = {
        "initiator": cells.choice("initiator", Initiator),
        "response": cells.choice("response", BidResponse),
        "with_whom": cells.choice("with_whom", WithWhom),
    }
    try:
        return Moment(
            day,
            kind,
            cells.word("id", _LONGEST_ID) or "",
            at,
            phone_in_way=cells.flag("phone_in_way"),
            minutes=minutes,
            sensations=cells.sensations("sensations"),
            note=cells.text("note"),
            author=cells.choice("author", Author) or Author.OWNER,
            **said,  # type: ignore[arg-type]  # each is of its own kind
        )
    except JournalError as error:
        raise _refused(cells, error) from error


def context_of(cells: Cells) -> Context:
    """Return the context a row tells; its id is empty where the row has none.

    Raises:
        FileUnreadable: It is none; names the row.
    """
    kind, start = cells.choice("kind", ContextKind), cells.day("start")
    if kind is None:
        raise cells.refused("kind", "what it was, such as pregnancy")
    if start is None:
        raise cells.refused("start", "the first day, such as 2026-03-21")
    last = cells.day("last_day")
    if last == date.max:
        raise cells.refused("last_day", "a day of the calendar")
    name, key = cells.text("name"), cells.word("id", _LONGEST_ID) or ""
    try:
        return Context(kind, start, last and last + ONE_DAY, name, key)
    except JournalError as error:
        raise _refused(cells, error) from error


def entry_of(cells: Cells) -> tuple[CatalogueName, Entry] | None:
    """Return the word of hers a row tells; None for one the journal has for everybody.

    Raises:
        FileUnreadable: It is none; names the row.
    """
    catalogue, code = cells.choice("catalogue", CatalogueName), cells.word("code")
    if catalogue is None or code is None:
        raise cells.refused("code", "a catalogue and a code")
    if not cells.flag("own") or code in shipped_catalogue(catalogue).entries:
        return None
    name = " ".join(clean_text(cells.text("name", _LONGEST_NAME) or code).split())
    return catalogue, Entry(code, name or code, OWN_GROUP, own=True)


def _refused(cells: Cells, error: JournalError) -> JournalError:
    return error if isinstance(error, ValueUnreadable) else ValueRefused(cells.row.place, error)
