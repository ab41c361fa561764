"""What ovumcy's three formats have in common: one entry a day, in its own few words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from journal.domain.days import Bleeding
from journal.exchange.importing.app_words import AppWords, Word
from journal.exchange.importing.day_values import Amounts, DayValues
from journal.exchange.importing.export_tables import plain_name
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.temperature_cells import TemperatureCells
from journal.exchange.importing.word_reading import WordReading

WORDS: Final = AppWords("ovumcy", "ovumcy")
_BEST_MOOD: Final = 5
_HIGH: Final = "high"
_SEX: Final = "Sex"
_IN_NOTE: Final = "it is kept as words in the day's note"


@dataclass(frozen=True, slots=True)
class OvumcyEntry:
    """One day.

    Attributes:
        place: Names it in a sentence ("Line 7").
        mood: 1–5, the best 5; None where none was chosen.
        temperature: As it is written; empty where none was taken.
        unit: The name of the column or field it stands in, which may name the unit.
    """

    day: date
    place: str
    period: bool
    flow: str
    mood: int | None
    sex: str
    temperature: str
    unit: str
    mucus: str
    lh_test: str
    pregnancy_test: str
    symptoms: Sequence[str]
    factors: Sequence[str]
    note: str
    uncertain: bool


def word_reading() -> WordReading:
    """Begin to read a file of ovumcy's."""
    return WordReading(WORDS, values=DayValues(Amounts.LEAST_SAID))


def read_entries(reading: WordReading, entries: Sequence[OvumcyEntry]) -> None:
    """Bring the entries of a file together."""
    temperatures = TemperatureCells(reading)
    for entry in entries:
        if entry.period:
            reading.put(entry.day, "bleeding", Bleeding.UNSPECIFIED, entry.place)
        if entry.temperature:
            temperatures.put(entry.day, entry.temperature, entry.unit, entry.place)
        for heading, words in _noted(entry):
            about = words.lower() if heading == _SEX else None
            reading.say(Word(entry.day, entry.place, heading, words, about=about))
        reading.gathering.add_note(entry.day, entry.note)
        _leave_out(reading.gathering, entry)
    temperatures.remark()


def _noted(entry: OvumcyEntry) -> Iterator[tuple[str, str]]:
    """Give the words of a day, each with its heading."""
    if entry.mood is not None:
        yield "Mood", f"{entry.mood} of {_BEST_MOOD}"
    lh_test = "" if plain_name(entry.lh_test) == _HIGH else entry.lh_test
    words = [
        *(("Flow", entry.flow), (_SEX, entry.sex)),
        *(("Cervical mucus", entry.mucus), ("LH test", lh_test)),
        ("Pregnancy test", entry.pregnancy_test),
        *(("Cycle factors", factor) for factor in entry.factors),
        *(("Symptoms", symptom) for symptom in entry.symptoms),
    ]
    yield from ((heading, word) for heading, word in words if plain_name(word))


def _leave_out(gathering: Gathering, entry: OvumcyEntry) -> None:
    if plain_name(entry.lh_test) == _HIGH:
        gathering.add_note(entry.day, "LH test: high")
        gathering.leave_out("An LH test marked high", f"it is neither of our two; {_IN_NOTE}")
    if entry.uncertain:
        gathering.leave_out("A day marked uncertain", "the journal has no such mark")
