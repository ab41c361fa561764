"""Symptoms with a severity become signs; those without a sign of their own, words in the note."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Final

from journal.domain.days import SIGN_PREFIX, SignStrength
from journal.exchange.importing.apple_records import HealthRecord
from journal.exchange.importing.apple_said import Said, Word
from journal.exchange.importing.apple_words import (
    APPETITE,
    APPETITE_SIGNS,
    NO_CHANGE,
    SEVERITY,
    Symptom,
    symptoms,
)
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.parsed import KEEP_IN_NOTE, Answers, QuestionKind

SYMPTOM_NOTE: Final = "Symptoms"
_STRENGTH_KEY: Final = "apple_health.strength"
_STRENGTHS: Final = tuple(SignStrength)
_NO_SIGN: Final = "no sign of the journal says the same; they are kept as words in the day’s note"
_UNKNOWN: Final = "Health gives it a value the journal has no place for"


class Symptoms:
    """Reads symptoms, and asks once how strong one without a severity counts."""

    def __init__(
        self, gathering: Gathering, answers: Answers, records: Iterable[HealthRecord]
    ) -> None:
        self._gathering = gathering
        self._words: dict[date, set[str]] = defaultdict(set)
        table = symptoms()
        self.names = {SIGN_PREFIX + one.sign: one.words.capitalize() for one in table.values()}
        self.names |= {SIGN_PREFIX + sign: "Appetite" for sign in APPETITE_SIGNS.values()}
        unsaid = Counter(_is_unsaid(record, table.get(record.kind)) for record in records)[True]
        self._unsaid = KEEP_IN_NOTE
        if unsaid:
            self._unsaid = answers.ask(
                _STRENGTH_KEY,
                QuestionKind.STRENGTH,
                "A symptom that Health has without a severity counts as",
                default=SignStrength.MILD.value,
                count=unsaid,
            )

    def read(self, record: HealthRecord, said: Said) -> None:
        """Take in one record."""
        if record.kind == APPETITE:
            self._appetite(record, said)
            return
        symptom = symptoms()[record.kind]
        if record.value not in SEVERITY:
            self._gathering.leave_out(symptom.words.capitalize(), _UNKNOWN)
            return
        strength = SEVERITY[record.value]
        if strength is SignStrength.ABSENT and (symptom.shares or not symptom.sign):
            why = "“not present” of a symptom that is no sign of its own says too little"
            self._gathering.leave_out(symptom.words.capitalize(), why)
        elif symptom.sign and (strength or self._unsaid != KEEP_IN_NOTE):
            self._hear(record, said, symptom.sign, strength)
        else:
            how = f" ({strength.value})" if strength else ""
            self._words[record.day].add(f"{symptom.words}{how}")

    def note(self) -> None:
        """Write what became no sign into the notes of the days."""
        for day, words in self._words.items():
            self._gathering.add_note(day, ", ".join(sorted(words)), SYMPTOM_NOTE)
            self._gathering.leave_out("Symptoms", _NO_SIGN)

    def _appetite(self, record: HealthRecord, said: Said) -> None:
        if record.value == NO_CHANGE:
            for sign in APPETITE_SIGNS.values():
                self._hear(record, said, sign, SignStrength.ABSENT)
        elif sign := APPETITE_SIGNS.get(record.value, ""):
            if self._unsaid == KEEP_IN_NOTE:
                way = "more appetite" if sign == "appetite_up" else "less appetite"
                self._words[record.day].add(way)
            else:
                self._hear(record, said, sign, None)
        else:
            self._gathering.leave_out("Appetite", _UNKNOWN)

    def _hear(
        self, record: HealthRecord, said: Said, sign: str, strength: SignStrength | None
    ) -> None:
        kept = strength or SignStrength(self._unsaid)
        word = Word(kept, _STRENGTHS.index(kept), record.created)
        said.hear(record.day, SIGN_PREFIX + sign, record.source, word)


def _is_unsaid(record: HealthRecord, symptom: Symptom | None) -> bool:
    if record.kind == APPETITE:
        return record.value in APPETITE_SIGNS
    known = symptom is not None and bool(symptom.sign) and record.value in SEVERITY
    return known and SEVERITY[record.value] is None
