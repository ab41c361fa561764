"""Daylio's scales: hours slept, and points of ten that she may take for one of her ratings."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from journal.domain.ratings import HIGHEST
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.parsed import KEEP_IN_NOTE, Answers, QuestionKind

SLEEP_NAMES: Final = frozenset({"sleep time", "sleep", "sleep duration"})
SLEEP_FIELD: Final = "sleep_hours"
MOST_ASKED: Final = 40
_POINTS: Final = re.compile(r"(\d{1,3})\s*/\s*(\d{1,3})(?:\s+\D{0,40})?")
_DURATION: Final = re.compile(r"(\d{1,2}):(\d{2})")
_MINUTES: Final = 60
_IN_NOTE: Final = "it is kept as words in the day's note"


@dataclass(frozen=True, slots=True)
class Scale:
    """One measured value of an entry, as the file writes it."""

    name: str
    text: str


def scales_of(cell: str) -> list[Scale]:
    """Take `Name: 8/10 points | Sleep Time: 8:00` apart."""
    pieces = (piece.partition(": ") for piece in cell.split("|"))
    return [Scale(name.strip(), text.strip()) for name, _, text in pieces if name.strip()]


@dataclass(frozen=True, slots=True)
class Scales:
    """Which field each scale stands for, by its name and kind; what is absent stays in the note."""

    fields: Mapping[tuple[str, QuestionKind], str]

    @classmethod
    def asked(cls, answers: Answers, used: Iterable[Sequence[Scale]]) -> "Scales":
        """Ask about the scales used most."""
        counts = Counter(
            (scale.name, kind) for scales in used for scale in scales if (kind := _kind(scale))
        )
        fields = {}
        for (name, kind), count in counts.most_common(MOST_ASKED):
            slept = kind is QuestionKind.HOURS and name.casefold() in SLEEP_NAMES
            fields[name, kind] = answers.ask(
                f"scale:{kind}:{name}",
                kind,
                name,
                default=SLEEP_FIELD if slept else KEEP_IN_NOTE,
                count=count,
            )
        return cls(fields)

    def carry(
        self, gathering: Gathering, day: date, of_day: Sequence[tuple[str, Sequence[Scale]]]
    ) -> list[list[str]]:
        """Record what stands for a field, and return the words for each entry's note.

        `of_day` holds the place and the scales of each entry of `day`.
        """
        found: dict[str, list[Fraction]] = {}
        words: list[list[str]] = []
        for place, scales in of_day:
            words.append([])
            for scale in scales:
                kind = _kind(scale)
                field = self.fields.get((scale.name, kind), KEEP_IN_NOTE) if kind else KEEP_IN_NOTE
                if field == KEEP_IN_NOTE:
                    words[-1].append(f"{scale.name}: {scale.text}")
                    gathering.leave_out(f"The scale “{scale.name}” as a number", _IN_NOTE)
                else:
                    value = _value(scale)
                    if gathering.put(day, field, _rounded(field, value), place):
                        found.setdefault(field, []).append(value)
        for field, values in found.items():
            mean = sum(values, Fraction(0)) / len(values)
            gathering.put(day, field, _rounded(field, mean), day.isoformat())
        return words


def _kind(scale: Scale) -> QuestionKind | None:
    points = _POINTS.fullmatch(scale.text)
    if points and int(points[2]) == HIGHEST:
        return QuestionKind.SCALE
    return QuestionKind.HOURS if _DURATION.fullmatch(scale.text) else None


def _value(scale: Scale) -> Fraction:
    if lasted := _DURATION.fullmatch(scale.text):
        return int(lasted[1]) + Fraction(int(lasted[2]), _MINUTES)
    points = _POINTS.fullmatch(scale.text)
    return Fraction(int(points[1])) if points else Fraction(0)


def _rounded(field: str, value: Fraction) -> float | int:
    return round(float(value), 2) if field == SLEEP_FIELD else int(value + Fraction(1, 2))
