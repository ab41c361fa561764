"""Bearable's CSV: one row a reading, any number of readings a day.

The older layout has dates such as `5th Jan 2022`; the newer one has them in a second column as
ISO besides. How far the scales of mood, energy and sleep quality go is set in the app and stands
nowhere in the file, so it is asked for, and the numbers stay in the note as they are.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Final

from journal.domain.csv_mapping import DateOrder
from journal.domain.days import SignStrength
from journal.exchange.importing.app_words import AppWords, Word
from journal.exchange.importing.clock_times import time_of
from journal.exchange.importing.daylio_activities import Activities
from journal.exchange.importing.errors import ColumnMissing, DateUnreadable
from journal.exchange.importing.export_tables import (
    Columns,
    columns_in,
    plain_name,
    read_table,
    unknown_columns,
)
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.mapped_csv_dates import day_in, short_year
from journal.exchange.importing.parsed import (
    KEEP_IN_NOTE,
    Answers,
    Choices,
    Importer,
    Parsed,
    QuestionKind,
)
from journal.exchange.importing.rows_apart import RowsApart
from journal.exchange.importing.scale_steps import rating_of
from journal.exchange.importing.tables import Row
from journal.exchange.importing.upload import Upload, clean_text, decoded
from journal.exchange.importing.word_reading import WordReading

NAME: Final = "Bearable CSV"
WORDS: Final = AppWords("bearable", "Bearable")
_SCALES: Final = {"mood": "mood", "energy": "energy", "sleep quality": "sleep_quality"}
_ISO_DATES: Final = ("date formatted", "dateformatted")
_STRENGTHS: Final = {
    "none": SignStrength.ABSENT,
    "mild": SignStrength.MILD,
    "moderate": SignStrength.MODERATE,
    "severe": SignStrength.SEVERE,
    "unbearable": SignStrength.SEVERE,  # Bearable has one step above severe
}
# For words in another language; half a step is none.
_BY_NUMBER: Final = dict(zip(map(Fraction, range(5)), _STRENGTHS.values(), strict=True))
_LASTED: Final = re.compile(r"(\d{1,2}):(\d{2})")
_NUMBER: Final = re.compile(r"\d{1,2}(?:[.,]\d{1,2})?")
_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MINUTES: Final = 60
_IN_NOTE: Final = "they are kept as words in the day's note"


@dataclass(frozen=True, slots=True)
class _Reading:
    """One row."""

    day: date
    place: str
    at: str
    category: str
    amount: str
    detail: str
    notes: str

    @property
    def key(self) -> str:
        """The category as it is compared."""
        return plain_name(self.category)

    @property
    def number(self) -> Fraction | None:
        """The amount, where it is a number."""
        found = _NUMBER.fullmatch(self.amount)
        return Fraction(self.amount.replace(",", ".")) if found else None

    @property
    def words(self) -> str:
        """Everything the row says, for the note."""
        detail = ", ".join(part.strip() for part in self.detail.split("|"))
        said = (self.amount, detail, f"({self.at})" if self.at else "")
        return " ".join(filter(None, [*said, self.notes]))


def _detects(upload: Upload) -> bool:
    return {"date", "category", "rating amount", "detail"} <= columns_in(upload).plain


def _read(upload: Upload, choices: Choices) -> Parsed:
    reading, answers = WordReading(WORDS), Answers(choices)
    gathering = reading.gathering
    readings = _readings(gathering, decoded(upload.content))
    by_key: dict[str, list[_Reading]] = defaultdict(list)
    for one in readings:
        by_key[one.key].append(one)
    for key, field in _SCALES.items():
        _carry_scale(gathering, answers, by_key.pop(key, []), field)
    _carry_sleep(gathering, by_key.pop("sleep", []))
    _read_symptoms(reading, by_key.pop("symptom", []))
    _carry_factors(gathering, answers, by_key.pop("factors", []))
    for others in by_key.values():
        _keep_as_words(gathering, others)
    return reading.parsed(NAME, answers)


def _readings(gathering: Gathering, text: str) -> list[_Reading]:
    columns, rows = read_table(text)
    named = {
        name: columns.find(name)
        for name in ("date", "weekday", "time of day", "category", "rating amount", "detail")
    }
    iso = columns.find(*_ISO_DATES) or _iso_column(columns, rows)
    notes = columns.find("notes", "note")
    for name in ("date", "category", "rating amount", "detail"):
        if not named[name]:
            raise ColumnMissing(name)
    for name in unknown_columns(columns, [*named.values(), iso, notes]):
        gathering.leave_out(f"The column “{name}”", "the journal does not know it")
    apart = RowsApart(gathering)
    days = ((row, apart.dated(row.place, partial(_day, row, columns, iso))) for row in rows)
    readings = [
        _Reading(
            day=day,
            place=row.place,
            at=row.get(named["time of day"]),
            category=clean_text(row.get(named["category"])),
            amount=row.get(named["rating amount"]),
            detail=clean_text(row.get(named["detail"])),
            notes=clean_text(row.get(notes)),
        )
        for row, day in days
        if day is not None
    ]
    apart.require_enough()
    return readings


def _iso_column(columns: Columns, rows: Sequence[Row]) -> str:
    """Return the column besides `date` of which every cell is a date as ISO writes it."""
    others = (name for name in columns.names if name and plain_name(name) != "date")
    every = (name for name in others if all(_ISO.match(row.get(name)) for row in rows))
    return next(every, "") if rows else ""


def _day(row: Row, columns: Columns, iso: str) -> date:
    text = (row.get(iso) if iso else "") or row.get(columns.find("date"))
    # A name of the month leaves no doubt, and digits are only read with a whole year first.
    day = day_in(text, DateOrder.YEAR_FIRST)
    if day is None or short_year(text):
        raise DateUnreadable(row.place, text)
    return day


def _carry_scale(
    gathering: Gathering, answers: Answers, readings: Sequence[_Reading], field: str
) -> None:
    """Carry mood, energy or sleep quality: the mean of a day's numbers, once the scale is known."""
    numbered = sum(reading.number is not None for reading in readings)
    steps = KEEP_IN_NOTE
    if numbered:
        name = readings[0].category
        steps = answers.ask(
            f"bearable.steps:{field}",
            QuestionKind.STEPS,
            f"{name}: the lowest and the highest number you can give in Bearable",
            default=KEEP_IN_NOTE,
            count=numbered,
        )
    by_day: dict[date, list[_Reading]] = defaultdict(list)
    for reading in readings:
        by_day[reading.day].append(reading)
    for day, of_day in by_day.items():
        numbers = [item.number for item in of_day if item.number is not None]
        rating = rating_of(numbers, steps)
        if rating is not None:
            gathering.put(day, field, rating, of_day[0].place)
        elif numbers:
            gathering.leave_out(
                f"{of_day[0].category} as a number",
                "how far the scale goes is not chosen, or the number lies outside it; it is kept "
                "as words in the day's note",
            )
        alone = of_day[0].words == str(rating)
        if not (alone and len(of_day) == 1):
            said = "; ".join(item.words for item in of_day if item.words)
            gathering.add_note(day, said, of_day[0].category)


def _carry_sleep(gathering: Gathering, readings: Sequence[_Reading]) -> None:
    """Carry the hours of a night; of several sleeps a day, nobody says whether they add up."""
    several = Counter(reading.day for reading in readings)
    for reading in readings:
        lasted = _LASTED.fullmatch(reading.amount)
        if lasted and several[reading.day] == 1:
            hours = round(int(lasted[1]) + int(lasted[2]) / _MINUTES, 2)
            gathering.put(reading.day, "sleep_hours", hours, reading.place)
        elif reading.amount:
            gathering.leave_out(
                "Hours of sleep", "one time for each day can be read; the words are in the note"
            )
        if reading.detail or reading.notes or not lasted or several[reading.day] > 1:
            gathering.add_note(reading.day, reading.words, "Sleep")


def _read_symptoms(words: WordReading, readings: Sequence[_Reading]) -> None:
    gathering = words.gathering
    for reading in readings:
        word, strength = _taken_apart(reading.detail)
        number = reading.number
        by_number = None if number is None else _BY_NUMBER.get(number)
        strong = _STRENGTHS.get(strength, by_number)
        if not word:
            gathering.add_note(reading.day, reading.words, reading.category)
            why = f"the file does not say which; {_IN_NOTE}"
            gathering.leave_out("A symptom without a name", why)
            continue
        words.say(Word(reading.day, reading.place, reading.category, word, strong))
        gathering.add_note(reading.day, reading.notes, word)
        if reading.at:
            gathering.leave_out("The time of day of a symptom", "a sign is one of the whole day")


def _taken_apart(detail: str) -> tuple[str, str]:
    """Take `Back (lower) pain (Mild)` apart into the symptom and its strength."""
    word, bracket, strength = detail.removesuffix(")").rpartition("(")
    if not bracket or not detail.endswith(")") or ")" in strength:
        return detail, ""
    return word.strip(), plain_name(strength)


def _carry_factors(gathering: Gathering, answers: Answers, readings: Sequence[_Reading]) -> None:
    used = [
        [name for part in reading.detail.split("|") if (name := part.strip())]
        for reading in readings
    ]
    activities = Activities.asked(answers, used, app=WORDS.app)
    for reading, names in zip(readings, used, strict=True):
        at = time_of(reading.at)
        words = activities.carry(gathering, reading.day, at, names)
        if reading.amount:
            words.append(f"amount {reading.amount}")
        if reading.at and (at is None or words):
            words.append(f"({reading.at})")
        gathering.add_note(
            reading.day, ", ".join([*words, *filter(None, [reading.notes])]), "Factors"
        )


def _keep_as_words(gathering: Gathering, readings: Sequence[_Reading]) -> None:
    for reading in readings:
        category = reading.category or "Bearable"
        gathering.add_note(reading.day, reading.words, category)
        gathering.leave_out(f"{category}, as something to count", _IN_NOTE)


BEARABLE: Final = Importer(
    name=NAME,
    how="the table Bearable exports your data to",
    detects=_detects,
    read=_read,
)
