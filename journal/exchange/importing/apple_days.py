"""From the records of an export to what the journal keeps of each day.

A period's first day that Health knows (`HKMenstrualCycleStart`) is trusted. The journal derives
where cycles start from the days of flow; only where flow returns within fifteen days does it wait
for an answer, and there the answer "a new period" is given in her name, as she gave it in Health.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Final, cast

from journal.cycle.onsets import bleeds
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.day_fields import COLDEST_C, WARMEST_C
from journal.domain.days import FLOW as FLOW_VALUES
from journal.domain.days import Bleeding
from journal.domain.journal import BleedingDay
from journal.exchange.importing.apple_records import HealthRecord, HealthRecords, days_of
from journal.exchange.importing.apple_symptoms import UNKNOWN_VALUE, read_symptom
from journal.exchange.importing.apple_words import (
    APPETITE,
    BETWEEN,
    BLEEDING_VALUES,
    FLOW,
    MUCUS,
    MUCUS_VALUES,
    NOT_A_PERIOD,
    OVULATION_TEST,
    OVULATION_TEST_VALUES,
    TEMPERATURE,
    symptoms,
)
from journal.exchange.importing.day_values import Noted
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.parsed import Answers
from journal.exchange.importing.temperatures import from_fahrenheit
from journal.exchange.importing.word_reading import WordReading

LONGEST_SPAN_DAYS: Final = 31
_BETWEEN_FIELD: Final = "between"
_OTHER_FIELD: Final = "not_a_period"
_NAMES: Final = MappingProxyType(
    {
        "bleeding": "Bleeding",
        _OTHER_FIELD: "Bleeding in or after a pregnancy",
        _BETWEEN_FIELD: "Spotting",
        "lh_test": "Ovulation tests",
        "mucus": "Cervical mucus",
        "temperature_c": "Waking temperature",
    }
)


@dataclass(slots=True)
class HealthDays:
    """The days as they are put together.

    Attributes:
        starts: First days of periods, by the app that said so.
    """

    reading: WordReading
    starts: dict[str, set[date]] = field(default_factory=lambda: defaultdict(set))

    def read(self, found: HealthRecords, answers: Answers) -> list[CycleAnswer]:
        """Put every record where it belongs; return what Health knows of where cycles start."""
        readers: Mapping[str, Callable[[HealthRecord], None]] = {
            FLOW: self._flow,
            BETWEEN: lambda record: self._hear(record, _BETWEEN_FIELD, value=True),
            OVULATION_TEST: lambda record: self._choice(record, "lh_test", OVULATION_TEST_VALUES),
            MUCUS: lambda record: self._choice(record, "mucus", MUCUS_VALUES),
            TEMPERATURE: self._temperature,
            **dict.fromkeys(NOT_A_PERIOD, self._other_bleeding),
            **dict.fromkeys(
                (APPETITE, *symptoms()), lambda record: read_symptom(self.reading, record)
            ),
        }
        # The first temperature of a day is the one on waking.
        for record in sorted(found.records, key=lambda one: (one.started, one.kind, one.value)):
            if reader := readers.get(record.kind):
                reader(record)
        self.reading.carry(answers)
        settled = self.reading.values.settled(self.gathering)
        return self._settle({key: settled[key] for key in sorted(settled)})

    @property
    def gathering(self) -> Gathering:
        """What was found so far."""
        return self.reading.gathering

    def _flow(self, record: HealthRecord) -> None:
        self._amount(record, "bleeding")
        if record.cycle_start:
            self.starts[record.source].add(record.day)

    def _other_bleeding(self, record: HealthRecord) -> None:
        self._amount(record, _OTHER_FIELD)

    def _amount(self, record: HealthRecord, name: str) -> None:
        amount = BLEEDING_VALUES.get(record.value)
        if amount is None:
            self.gathering.leave_out(_NAMES[name], UNKNOWN_VALUE)
            return
        if (record.last - record.day).days >= LONGEST_SPAN_DAYS:
            why = f"one entry of more than {LONGEST_SPAN_DAYS} days; only its first day is taken"
            self.gathering.leave_out(_NAMES[name], why)
            record = replace(record, last=record.day)
        for day in days_of(record):
            self._hear(record, name, value=amount, day=day)

    def _choice(self, record: HealthRecord, name: str, values: Mapping[str, object]) -> None:
        if (value := values.get(record.value)) is None:
            self.gathering.leave_out(_NAMES[name], UNKNOWN_VALUE)
        else:
            self._hear(record, name, value=value)

    def _temperature(self, record: HealthRecord) -> None:
        degrees = _celsius(record)
        if degrees is None:
            why = "the reading or its unit cannot be read, or is no body temperature"
            self.gathering.leave_out(_NAMES["temperature_c"], why)
        else:
            self._hear(record, "temperature_c", value=degrees)

    def _hear(
        self, record: HealthRecord, name: str, *, value: object, day: date | None = None
    ) -> None:
        day = day or record.day
        noted = Noted(value, day.isoformat(), source=record.source, written=record.created)
        self.reading.values.add(day, name, noted)

    def _settle(self, settled: dict[tuple[date, str], Noted]) -> list[CycleAnswer]:
        bleeding: dict[date, Noted] = {}
        for (day, name), one in settled.items():
            if name == "bleeding":
                bleeding[day] = one
            elif name not in {_BETWEEN_FIELD, _OTHER_FIELD}:
                self.gathering.put(day, name, one.value, day.isoformat())
        for day, one in bleeding.items():
            self.gathering.put(day, "bleeding", one.value, day.isoformat())
        for (day, name), one in settled.items():
            if name in {_BETWEEN_FIELD, _OTHER_FIELD}:
                self._not_my_period(day, name, one.value, bleeding.get(day))
        return self._first_days(bleeding)

    def _not_my_period(self, day: date, name: str, value: object, flow: Noted | None) -> None:
        """Record bleeding that is no period, unless the day has a flow as well."""
        if flow and flow.value in FLOW_VALUES:
            self.gathering.leave_out(_NAMES[name], "the day has a period’s flow as well")
            return
        amount = Bleeding.SPOTTING if name == _BETWEEN_FIELD else value
        if amount is not Bleeding.NONE:
            self.gathering.put(day, "not_my_period", value=True, place=day.isoformat())
        elif "bleeding" in self.gathering.days[day]:
            return
        self.gathering.put(day, "bleeding", amount, day.isoformat())

    def _first_days(self, bleeding: dict[date, Noted]) -> list[CycleAnswer]:
        """Answer in her name where the journal would ask, and list where it cannot follow."""
        flow = [
            BleedingDay(day, cast("Bleeding", one.value))
            for day, one in bleeding.items()
            if one.value in FLOW_VALUES
        ]
        marked = {day for day, one in bleeding.items() if day in self.starts.get(one.source, ())}
        answers: list[CycleAnswer] = []
        for day in sorted(marked):
            found = {bleed.start: bleed for bleed in bleeds(flow, answers)}
            if day not in found:
                self.gathering.leave_out(
                    "First days of a period",
                    "the journal counts days of flow close before them to the same period",
                )
            elif not found[day].starts_cycle:
                answers.append(CycleAnswer(day, CycleQuestion.EARLY_BLEED, CycleReply.NEW_PERIOD))
        return answers


def _celsius(record: HealthRecord) -> float | None:
    try:
        degrees = float(record.value)
    except ValueError:
        return None
    if record.unit == "degF":
        degrees = from_fahrenheit(degrees)
    elif record.unit != "degC":
        return None
    return round(degrees, 2) if COLDEST_C <= round(degrees, 2) <= WARMEST_C else None
