"""What ovumcy's three formats have in common: one entry a day, in its own few words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from journal.domain.days import Bleeding
from journal.exchange.importing.daylio_entries import RATING_BY_GROUP
from journal.exchange.importing.export_tables import plain_name
from journal.exchange.importing.flow_words import Flow, carry_flow
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.parsed import (
    LEAVE_OUT,
    Answers,
    Parsed,
    QuestionKind,
)
from journal.exchange.importing.said_words import AppWords, Said, carry_words, put_most
from journal.exchange.importing.temperature_cells import TemperatureCells

WORDS: Final = AppWords("ovumcy", "ovumcy")
_BEST_MOOD: Final = 5
_HIGH: Final = "high"
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


def parsed_entries(
    name: str, gathering: Gathering, answers: Answers, entries: Sequence[OvumcyEntry]
) -> Parsed:
    """Bring the entries of a file together."""
    temperatures = TemperatureCells()
    flows: list[Flow] = []
    said: list[Said] = []
    for entry in entries:
        if plain_name(entry.flow):
            flows.append(Flow(entry.day, entry.place, entry.flow))
        if entry.period:
            put_most(gathering, entry.day, "bleeding", Bleeding.UNSPECIFIED, entry.place)
        if entry.temperature:
            temperatures.put(gathering, entry.day, entry.temperature, entry.unit, entry.place)
        said += _said(entry)
        gathering.add_note(entry.day, entry.note)
        _leave_out(gathering, entry)
    carry_flow(WORDS, gathering, answers, flows)
    _carry_moods(gathering, answers, entries)
    carry_words(WORDS, gathering, answers, said)
    temperatures.remark(gathering)
    return gathering.parsed(name, answers)


def _said(entry: OvumcyEntry) -> list[Said]:
    lh_test = "" if plain_name(entry.lh_test) == _HIGH else entry.lh_test
    words = [
        *(("Sex", entry.sex), ("Cervical mucus", entry.mucus), ("LH test", lh_test)),
        ("Pregnancy test", entry.pregnancy_test),
        *(("Cycle factors", factor) for factor in entry.factors),
    ]
    said = [
        Said(entry.day, entry.place, group, word, about=word.lower(), ask=False)
        for group, word in words
        if plain_name(word)
    ]
    return said + [
        Said(entry.day, entry.place, "Symptoms", word)
        for word in entry.symptoms
        if plain_name(word)
    ]


def _leave_out(gathering: Gathering, entry: OvumcyEntry) -> None:
    if plain_name(entry.lh_test) == _HIGH:
        gathering.add_note(entry.day, "LH test: high")
        gathering.leave_out("An LH test marked high", f"it is neither of our two; {_IN_NOTE}")
    if entry.uncertain:
        gathering.leave_out("A day marked uncertain", "the journal has no such mark")


def _carry_moods(gathering: Gathering, answers: Answers, entries: Sequence[OvumcyEntry]) -> None:
    counts = Counter(entry.mood for entry in entries if entry.mood is not None)
    chosen = {
        mood: answers.ask(
            f"ovumcy.mood:{mood}",
            QuestionKind.RATING,
            f"Mood {mood} of {_BEST_MOOD}",
            default=RATING_BY_GROUP.get(_BEST_MOOD + 1 - mood, LEAVE_OUT),
            count=counts[mood],
        )
        for mood in sorted(counts)
    }
    for entry in entries:
        if entry.mood is None:
            continue
        if (answer := chosen[entry.mood]) == LEAVE_OUT:
            gathering.add_note(entry.day, f"Mood {entry.mood} of {_BEST_MOOD}")
            gathering.leave_out("Mood as a number", f"no number is chosen for it; {_IN_NOTE}")
        else:
            gathering.put(entry.day, "mood", int(answer), entry.place)
