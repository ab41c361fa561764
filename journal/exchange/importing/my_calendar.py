"""My Calendar's text: a date, a tab, and what happened, one event a line.

    Jul 8, 2026 ⇥ Period Starts
    Jul 8, 2026 ⇥ Symptoms:+++Flow;++Cramps,Backaches;
    Jul 12, 2026 ⇥ Period Ends

Plus signs in front of a group of symptoms are their strength.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from journal.domain.csv_mapping import DateOrder
from journal.domain.days import SignStrength
from journal.exchange.importing.app_words import AppWords, Word, in_short
from journal.exchange.importing.day_values import Amounts, DayValues
from journal.exchange.importing.errors import DateUnreadable, TooManyLines
from journal.exchange.importing.export_tables import plain_name, text_head
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.mapped_csv_dates import day_in, short_year
from journal.exchange.importing.parsed import Answers, Choices, Importer, Parsed
from journal.exchange.importing.periods import put_period
from journal.exchange.importing.tables import MOST_ROWS
from journal.exchange.importing.temperature_cells import TemperatureCells
from journal.exchange.importing.upload import Upload, decoded
from journal.exchange.importing.word_reading import WordReading

NAME: Final = "My Calendar text"
WORDS: Final = AppWords("my_calendar", "My Calendar")
_START: Final = re.compile(r"[^\W\d]{3,12}\.? \d{1,2}, \d{4}\t[^\n]*\S")
_GROUP: Final = re.compile(r"(\+*)(.*)", re.DOTALL)
_MOST_PLUSES: Final = 4
_STRENGTHS: Final = (
    None,
    SignStrength.MILD,
    SignStrength.MODERATE,
    SignStrength.SEVERE,
    SignStrength.SEVERE,  # the app has one step more
)
_FLOW: Final = "flow"
_NO_PLUS: Final = "no plus sign"
_STARTS, _ENDS = "period starts", "period ends"
_ESTIMATES: Final = ("ovulation", "fertile", "next period", "predicted")


@dataclass(frozen=True, slots=True)
class _Event:
    """One line, and what stands in further lines of it."""

    day: date
    place: str
    head: str
    text: str

    @property
    def key(self) -> str:
        """What kind of event it is, as it is compared."""
        return plain_name(self.head)


def _detects(upload: Upload) -> bool:
    return bool(_START.match(text_head(upload).lstrip("\n")))


def _read(upload: Upload, choices: Choices) -> Parsed:
    reading = WordReading(WORDS, values=DayValues(Amounts.LEAST_SAID))
    gathering = reading.gathering
    events = list(_events(decoded(upload.content)))
    temperatures = TemperatureCells(reading)
    for event in events:
        if event.key == "symptoms":
            _read_symptoms(reading, event)
        elif event.key == "moods":
            for word in _words(event.text, ","):
                reading.say(Word(event.day, event.place, "Moods", word))
        elif event.key == "temperature":
            temperatures.put(event.day, event.text, event.head, event.place)
        elif event.key not in {_STARTS, _ENDS}:
            _read_other(gathering, event)
    _put_periods(reading, events)
    temperatures.remark()
    if any(word.strength for word in reading.words):
        gathering.remarks.append(
            "Plus signs are strengths: + is mild, ++ moderate, +++ and more severe."
        )
    return reading.parsed(NAME, Answers(choices))


def _events(text: str) -> Iterator[_Event]:
    """Take the lines apart; one without a tab goes on with the free text of the line before.

    Raises:
        DateUnreadable, TooManyLines: A line cannot be read.
    """
    event: _Event | None = None
    further: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if number > MOST_ROWS:
            raise TooManyLines(MOST_ROWS)
        if not line.strip():
            continue
        when, tab, what = line.partition("\t")
        if not tab and event is not None and _is_free(event):
            further.append(line)
            continue
        day = day_in(when, DateOrder.YEAR_FIRST) if tab else None
        if day is None or short_year(when):
            raise DateUnreadable(f"Line {number}", when)
        if event is not None:
            yield replace(event, text="\n".join([event.text, *further]))
        head, _, rest = what.partition(":")
        event, further = _Event(day, f"Line {number}", head.strip(), rest.strip()), []
    if event is not None:
        yield replace(event, text="\n".join([event.text, *further]))


def _is_free(event: _Event) -> bool:
    return event.key not in {_STARTS, _ENDS, "symptoms", "moods", "temperature"}


def _words(text: str, separator: str) -> list[str]:
    return [word.strip() for word in text.split(separator) if word.strip()]


def _read_symptoms(reading: WordReading, event: _Event) -> None:
    for group in _words(event.text, ";"):
        found = _GROUP.fullmatch(group)
        pluses = min(len(found[1]), _MOST_PLUSES) if found else 0
        for word in _words(found[2] if found else "", ","):
            if plain_name(word) == _FLOW:
                amount = "+" * pluses or _NO_PLUS
                reading.say(Word(event.day, event.place, "Flow", amount))
            else:
                strength = _STRENGTHS[pluses]
                reading.say(Word(event.day, event.place, "Symptoms", word, strength))


def _read_other(gathering: Gathering, event: _Event) -> None:
    if event.key.startswith(_ESTIMATES):
        gathering.leave_out(
            f"“{in_short(event.head)}”",
            "the app may have calculated it, which the file does not say",
        )
    elif event.key in {"note", "notes"}:
        gathering.add_note(event.day, event.text)
    else:
        gathering.add_note(event.day, event.text or event.head, event.head if event.text else NAME)
        gathering.leave_out(
            f"“{in_short(event.head)}” as something to count",
            "it is kept as words in the day's note",
        )


def _put_periods(reading: WordReading, events: Sequence[_Event]) -> None:
    """Pair each first day with the last day that follows it before the next first day."""
    marks = sorted(
        (event for event in events if event.key in {_STARTS, _ENDS}),
        key=lambda event: (event.day, event.key == _ENDS),
    )
    open_start: _Event | None = None
    for mark in marks:
        if mark.key == _STARTS:
            _close(reading, open_start)
            open_start = mark
        elif open_start is None:
            why = "the file does not say when it began"
            reading.gathering.leave_out("The end of a period", why)
        else:
            put_period(reading, open_start.day, mark.day, open_start.place)
            open_start = None
    _close(reading, open_start)


def _close(reading: WordReading, start: _Event | None) -> None:
    """Record a period of which only the first day is known."""
    if start is not None:
        put_period(reading, start.day, None, start.place)


MY_CALENDAR: Final = Importer(
    name=NAME,
    how="the text My Calendar sends or saves as its history",
    detects=_detects,
    read=_read,
)
