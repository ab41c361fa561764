"""A span of the record as one FHIR R4 Bundle: a Patient who is nobody by name, and Observations.

The resources used here are the same in R4 (4.0.1) and R4B (4.3.0): HL7's "R4B explanation" lists
what changed between the two, and Bundle, Patient, Observation and their types are not among it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from statistics import median
from typing import Any, Final
from uuid import UUID, uuid5

from journal.analysis.cycle_lengths import FEWEST_CYCLES
from journal.cycle.engine import read_cycles
from journal.cycle.record import load_cycle_record
from journal.domain.catalogues import Catalogue, CatalogueName
from journal.domain.days import Day
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import ONE_DAY, DateRange
from journal.exchange.fhir.codes import plain, quantity
from journal.exchange.fhir.observations import (
    ClinicPart,
    Teller,
    day_observations,
    how_many,
    observation,
    on_day,
)

# The addresses inside a bundle follow from its content: the same record gives the same file, and
# two people's files never share one.
_NAMESPACE: Final = UUID("6d0f4c0a-0a3e-5f57-9d0e-6f3d2a9f7b21")
_HER: Final = "her"


@dataclass(frozen=True, slots=True)
class ClosedCycle:
    """A cycle of the span that has ended: its first day, its last, and its length."""

    first: date
    last: date
    days: int


@dataclass(frozen=True, slots=True)
class ClinicFacts:
    """What a bundle says, before it is written.

    Attributes:
        range_: The days it is about.
        days: What was recorded, oldest first.
        last_menses: First day of the newest period up to the end of the span.
        cycles: Those that began and ended within the span, oldest first.
    """

    range_: DateRange
    parts: frozenset[ClinicPart]
    signs: Catalogue
    days: Sequence[Day]
    last_menses: date | None
    cycles: tuple[ClosedCycle, ...]

    @property
    def usual_length(self) -> float | None:
        """The median length; None with fewer than three cycles."""
        if len(self.cycles) < FEWEST_CYCLES:
            return None
        return median(cycle.days for cycle in self.cycles)


def clinic_facts(
    journal: ReadableJournal, range_: DateRange, parts: frozenset[ClinicPart], today: date
) -> ClinicFacts:
    """Gather what the parts hold in a span; nothing of what has not come yet."""
    until = min(range_.end, today + ONE_DAY)
    span = DateRange(min(range_.start, until), until)
    with_cycle = ClinicPart.CYCLE in parts
    onset, cycles = _cycle_facts(journal, span, today) if with_cycle else (None, ())
    return ClinicFacts(
        span,
        parts,
        journal.catalogue(CatalogueName.SIGNS),
        journal.days(span) if parts else [],
        onset,
        cycles,
    )


def counts(facts: ClinicFacts) -> dict[ClinicPart, int]:
    """Count the observations of each part, for her to see before she takes the file."""
    found = dict.fromkeys((part for part in ClinicPart if part in facts.parts), 0)
    for day in facts.days:
        for part, count in how_many(day).items():
            if part in found:
                found[part] += count
    if ClinicPart.CYCLE in found:
        found[ClinicPart.CYCLE] += sum(1 for _ in _of_cycles(facts, _teller(facts)))
    return found


def clinic_file(facts: ClinicFacts, name: str = "", birth_year: int | None = None) -> bytes:
    """Write the Bundle as JSON.

    Args:
        facts: What it says.
        name: Of the Patient; empty for none.
        birth_year: Of the Patient; None for none.
    """
    resources = [_patient(name, birth_year), *_observations(facts)]
    texts = [json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in resources]
    inside = uuid5(_NAMESPACE, sha256("".join(texts).encode("utf-8", "replace")).hexdigest())
    addresses = [f"urn:uuid:{uuid5(inside, str(number))}" for number in range(len(texts))]
    # Between quotation marks of its own it is no word of hers: in her words they are escaped.
    pointing, pointed = f'"reference":"{_HER}"', f'"reference":"{addresses[0]}"'
    entries = [
        f'{{"fullUrl":"{address}","resource":{text.replace(pointing, pointed)}}}'
        for address, text in zip(addresses, texts, strict=True)
    ]
    text = f'{{"resourceType":"Bundle","type":"collection","entry":[{",".join(entries)}]}}'
    return text.encode("utf-8", "replace")


def _patient(name: str, birth_year: int | None) -> dict[str, Any]:
    patient: dict[str, Any] = {"resourceType": "Patient"}
    if name.strip():
        patient["name"] = [{"text": plain(name)}]
    if birth_year is not None:
        patient["birthDate"] = f"{birth_year:04}"
    return patient


def _observations(facts: ClinicFacts) -> Iterator[dict[str, Any]]:
    teller = _teller(facts)
    for day in facts.days:
        yield from day_observations(day, facts.parts, teller)
    yield from _of_cycles(facts, teller)


def _teller(facts: ClinicFacts) -> Teller:
    return Teller(_HER, facts.signs.name)


def _of_cycles(facts: ClinicFacts, teller: Teller) -> Iterator[dict[str, Any]]:
    """Yield what follows from the bleeding: each length, the usual one, the last period."""
    for cycle in facts.cycles:
        period = {"start": cycle.first.isoformat(), "end": cycle.last.isoformat()}
        value = {"valueQuantity": quantity(cycle.days, "d", "d")}
        code = teller.concept("cycle_length", "Length of one menstrual cycle")
        yield observation(code, value, {"effectivePeriod": period}, teller)
    if (usual := facts.usual_length) is not None:
        first, last = facts.cycles[0].first, facts.cycles[-1].last
        period = {"start": first.isoformat(), "end": last.isoformat()}
        value = {
            "valueQuantity": quantity(usual, "d", "d"),
            "method": {"text": f"Median of {len(facts.cycles)} cycles in this time"},
        }
        code = teller.concept("usual_cycle_length", "Usual length of the menstrual cycle")
        yield observation(code, value, {"effectivePeriod": period}, teller)
    if facts.last_menses:
        code = teller.concept("last_menses", "First day of the last menstrual period")
        known = {"valueDateTime": facts.last_menses.isoformat()}
        yield observation(code, known, on_day(facts.range_.last), teller)


def _cycle_facts(
    journal: ReadableJournal, span: DateRange, today: date
) -> tuple[date | None, tuple[ClosedCycle, ...]]:
    reading = read_cycles(load_cycle_record(journal, today), today)
    found = [read.cycle for read in reading.cycles]
    onsets = [cycle.onset for cycle in found if cycle.onset < span.end]
    closed = tuple(
        ClosedCycle(cycle.onset, cycle.end - ONE_DAY, days)
        for cycle in found
        if cycle.end and (days := cycle.length_days) and cycle.onset in span
        if cycle.end <= span.end
    )
    return (onsets[-1] if onsets else None), closed
