"""Symptoms with a severity become signs; those without a sign of their own, words in the note."""

from typing import Final

from journal.domain.days import SignStrength
from journal.exchange.importing.app_words import Word
from journal.exchange.importing.apple_records import HealthRecord
from journal.exchange.importing.apple_words import (
    APPETITE,
    APPETITE_WORDS,
    SEVERITY,
    SYMPTOMS,
    signs_of_one,
    symptoms,
)
from journal.exchange.importing.word_reading import WordReading

UNKNOWN_VALUE: Final = "Health gives it a value the journal has no place for"
_APPETITE: Final = "appetite"
_LITTLE: Final = "“not present” of a symptom that is no sign of its own says too little"


def read_symptom(reading: WordReading, record: HealthRecord) -> None:
    """Take in one record of a symptom, or of appetite."""
    if record.kind == APPETITE:
        if word := APPETITE_WORDS.get(record.value):
            _say(reading, record, _APPETITE, word)
        else:
            reading.gathering.leave_out(_APPETITE.capitalize(), UNKNOWN_VALUE)
        return
    word = symptoms()[record.kind]
    if record.value not in SEVERITY:
        reading.gathering.leave_out(word.capitalize(), UNKNOWN_VALUE)
        return
    strength = SEVERITY[record.value]
    if strength is SignStrength.ABSENT and word not in signs_of_one():
        reading.gathering.leave_out(word.capitalize(), _LITTLE)
    else:
        _say(reading, record, SYMPTOMS, word, strength)


def _say(
    reading: WordReading,
    record: HealthRecord,
    heading: str,
    word: str,
    strength: SignStrength | None = None,
) -> None:
    reading.say(
        Word(
            record.day,
            record.day.isoformat(),
            heading,
            word,
            strength,
            source=record.source,
            written=record.created,
        )
    )
