"""Putting together what a file says of each day, one validated value at a time."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from typing import Final

from journal.domain.contexts import Context
from journal.domain.day_fields import LONGEST_NOTE, validated_field
from journal.domain.errors import JournalError
from journal.domain.journal import DayChanges
from journal.domain.moments import LONGEST_MOMENT_NOTE, Moment
from journal.exchange.importing.errors import DateUnreadable, ValueRefused
from journal.exchange.importing.parsed import Answers, NotCarried, Parsed
from journal.exchange.importing.upload import clean_text

# A date before living memory is a slip or a damaged file.
EARLIEST_YEAR: Final = 1900
_ID_LENGTH: Final = 32
_ISO_LENGTH: Final = len("2026-03-21")
_NOTE_CUT: Final = ("The end of long notes", f"a note can hold up to {LONGEST_NOTE:,} characters")


@dataclass(slots=True)
class Gathering:
    """What was found so far; `parsed` closes it."""

    days: dict[date, dict[str, object]] = field(default_factory=lambda: defaultdict(dict))
    notes: dict[date, list[str]] = field(default_factory=lambda: defaultdict(list))
    moments: list[Moment] = field(default_factory=list)
    contexts: list[Context] = field(default_factory=list)
    left_out: Counter[tuple[str, str]] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)
    _said: Counter[str] = field(default_factory=Counter)

    def put(self, day: date, name: str, value: object, place: str) -> bool:
        """Set a field; one the journal cannot keep is listed, and False.

        Of another app's file, in which nobody can correct a value.
        """
        try:
            self.put_own(day, name, value, place)
        except ValueRefused as refused:
            self.leave_value_out(place, refused.why)
            return False
        return True

    def put_own(self, day: date, name: str, value: object, place: str) -> None:
        """Set a field from a file of our own.

        Raises:
            ValueRefused: The journal cannot keep the value; names `place`.
        """
        try:
            kept = validated_field(name, value)
        except JournalError as error:
            raise ValueRefused(place, error) from None
        if kept is not None:
            self.days[day][name] = kept

    def add_note(self, day: date, text: str, heading: str = "") -> None:
        """Add a paragraph to a day's note; nothing when it is empty."""
        cleaned = clean_text(text)
        if cleaned:
            self.notes[day].append(f"{heading}: {cleaned}" if heading else cleaned)

    def add_moment(self, moment: Moment) -> None:
        """Add a moment; its id follows from what it says, so that a second import knows it."""
        said = "\x1f".join(
            str(part)
            for part in (moment.date, moment.kind, moment.at, moment.with_whom, moment.note)
        )
        self.moments.append(replace(moment, id=self._id(said)))

    def add_context(self, context: Context) -> None:
        """Add a context; its id follows from its kind, start and name.

        Its end is no part of the id: in a newer export of the same record it may have come.
        """
        said = "\x1f".join(
            str(part) for part in ("context", context.kind, context.start, context.name)
        )
        self.contexts.append(replace(context, id=self._id(said)))

    def _id(self, said: str) -> str:
        """Return an id from what was said; the second time the same is said, another."""
        self._said[said] += 1
        return sha256(f"{said}\x1f{self._said[said]}".encode()).hexdigest()[:_ID_LENGTH]

    def leave_out(self, what: str, why: str, count: int = 1) -> None:
        """Note that something will not be carried."""
        self.left_out[what, why] += count

    def leave_value_out(self, place: str, why: str) -> None:
        """Note that one value of a row or an entry will not be carried, and where it stands."""
        self.leave_out(f"One value of {at(place)}", why)

    def parsed(self, format_: str, answers: Answers) -> Parsed:
        """Close the gathering."""
        for day, paragraphs in self.notes.items():
            note = "\n".join(paragraphs)
            if len(note) > LONGEST_NOTE:
                self.leave_out(*_NOTE_CUT)
            self.put(day, "note", note[:LONGEST_NOTE].strip(), day.isoformat())
        days: dict[date, DayChanges] = {day: self.days[day] for day in sorted(self.days)}
        return Parsed(
            format=format_,
            days={day: fields for day, fields in days.items() if fields},
            moments=sorted(self.moments, key=lambda moment: (moment.date, moment.id)),
            contexts=sorted(self.contexts, key=lambda context: (context.start, context.id)),
            not_carried=[
                NotCarried(what, count, why) for (what, why), count in self.left_out.items()
            ],
            questions=list(answers.asked.values()),
            remarks=list(self.remarks),
        )


def day_of(text: str, place: str) -> date:
    """Read a person's own day: the first ten characters of a local date or timestamp.

    Raises:
        DateUnreadable: They are no date since 1900.
    """
    start = text.strip()[:_ISO_LENGTH]
    try:
        day = date.fromisoformat(start) if len(start) == _ISO_LENGTH else None
    except ValueError:
        day = None
    if day is None or day.year < EARLIEST_YEAR:
        raise DateUnreadable(place, text)
    return day


def at(place: str) -> str:
    """Return where something stands, as within a sentence."""
    return f"{place[:1].lower()}{place[1:]}"


def moment_note(text: str) -> str | None:
    """Return a text as a moment keeps it."""
    return clean_text(text)[:LONGEST_MOMENT_NOTE] or None
