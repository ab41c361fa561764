"""The whole engine in one call: from the record to everything that can and cannot be said.

What a rule worked out never reaches a rule that observes: onsets come from bleeding and her
answers, observed ovulations from signs of the body, and only then is anything estimated.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from journal.cycle.cycles import Cycle, cycles
from journal.cycle.forecast import Forecast, LikelyDay, Outlook
from journal.cycle.length_model import MOST_CYCLES
from journal.cycle.missed_logs import (
    MissedLog,
    asks_until,
    likely_missed,
    unrecorded,
    usable_lengths,
)
from journal.cycle.onsets import Bleed, bleeds
from journal.cycle.outlook import KnownCycles, outlook
from journal.cycle.ovulation import Ovulation, OvulationSign
from journal.cycle.ovulation_model import Observed, estimated_ovulation
from journal.cycle.ovulation_signs import observed_ovulation, ruled_out_until, signs_by_cycle
from journal.cycle.phase_spans import phase_spans
from journal.cycle.questions import oddities, open_questions
from journal.cycle.reading import CycleReading, CycleRecord, ReadCycle
from journal.cycle.stage_criteria import TWELVE_MONTHS_DAYS
from journal.cycle.stage_rules import stage_evidence
from journal.cycle.unreadable import UNREADABLE_KINDS, united_spans, unreadable_spans
from journal.domain.contexts import ContextKind
from journal.domain.days import FLOW, Bleeding
from journal.domain.journal import BleedingDay
from journal.domain.ranges import days_after
from journal.domain.stages import Stage

# Estimates are worked out for a cycle of each length that begins here, and moved.
_ANY_ONSET: Final = date(2000, 1, 1)
# After one of these cycles begin anew, and their old lengths say little of the first new ones.
BREAKS: Final = UNREADABLE_KINDS - {ContextKind.NOT_RECORDED}


def read_cycles(record: CycleRecord, today: date) -> CycleReading:
    """Read a record as it stands on `today`; what lies after it does not count.

    Costs grow with the record in step: see `python3 -m bench.engine`.
    """
    settings = record.settings
    bleeding = [day for day in record.bleeding if day.date <= today]
    found = bleeds(bleeding, record.answers)
    split, missed = _cycles(found, record, today)
    declared = _declared(record, today)
    evidence = stage_evidence(
        bleeds=found,
        cycles=split,
        contexts=record.contexts,
        settings=settings,
        declared=declared,
        today=today,
        spotting=_no_menses(bleeding),
    )
    split = _before_menopause(split, evidence.fmp)
    ovulations, watched = _observed(split, record, today)
    if not settings.forecasts:
        ovulations = [_come(seen, today) for seen in ovulations]
    pairs = _pairs(split, ovulations)
    still_open = bool(split) and split[-1].is_open
    ahead = outlook(
        split,
        known=KnownCycles(
            lengths=usable_lengths(_since_break(split, record, today), missed, record.answers),
            ovulations=pairs,
            observed=ovulations[-1] if still_open else None,
            no_sign_until=watched if still_open else None,
        ),
        settings=settings,
        contexts=record.contexts,
        declared=declared,
        matched=evidence.stage,
        today=today,
    )
    read = _read(split, found, ovulations, pairs=pairs, watched=watched, ahead=ahead, today=today)
    unreadable = unreadable_spans(record.contexts, today)
    return CycleReading(
        today=today,
        bleeds=tuple(found),
        cycles=tuple(read),
        questions=tuple(open_questions(found, missed, record.answers, unreadable=unreadable)),
        oddities=tuple(
            oddities(
                bleeding,
                found,
                contexts=record.contexts,
                birth_year=settings.birth_year,
                today=today,
            )
        ),
        outlook=ahead,
        evidence=evidence,
    )


def _cycles(
    found: Sequence[Bleed], record: CycleRecord, today: date
) -> tuple[list[Cycle], list[MissedLog]]:
    """Lay out the cycles, those split in which she says a period went unrecorded."""
    onsets = [bleed.start for bleed in found if bleed.starts_cycle]
    unreadable = unreadable_spans(record.contexts, today)
    missed = likely_missed(
        cycles(onsets, today, unreadable=unreadable),
        asks_until=asks_until(
            birth_year=record.settings.birth_year,
            situation=record.settings.situation,
            stages=record.stages,
            today=today,
        ),
    )
    answered = unrecorded(missed, record.answers)
    return cycles(onsets, today, unreadable=unreadable, unrecorded=answered), missed


def _observed(
    split: Sequence[Cycle], record: CycleRecord, today: date
) -> tuple[list[Ovulation | None], date | None]:
    """Read the signs of each cycle, and up to when those of the newest rule ovulation out."""
    signs = [day for day in record.body_signs if day.date <= today]
    days_of = signs_by_cycle(split, signs)
    found = [observed_ovulation(days, cycle) for cycle, days in zip(split, days_of, strict=True)]
    return found, ruled_out_until(days_of[-1]) if days_of else None


def _come(seen: Ovulation | None, today: date) -> Ovulation | None:
    """Keep an ovulation once its span has come; she asked for no date ahead, on whatever basis."""
    return seen if seen is not None and seen.latest <= today else None


def _before_menopause(split: Sequence[Cycle], fmp: date | None) -> list[Cycle]:
    """Leave out what began once menopause was reached: bleeding after it marks no cycle."""
    if fmp is None:
        return list(split)
    reached = days_after(fmp, TWELVE_MONTHS_DAYS)
    return [cycle for cycle in split if cycle.onset < reached]


def _no_menses(bleeding: Sequence[BleedingDay]) -> list[date]:
    """Return the dates of bleeding that is no menses; after menopause all of it is told."""
    return [
        day.date
        for day in bleeding
        if day.bleeding is Bleeding.SPOTTING or (day.not_my_period and day.bleeding in FLOW)
    ]


def _since_break(split: Sequence[Cycle], record: CycleRecord, today: date) -> Sequence[Cycle]:
    """Return the cycles since hormones, a pregnancy or the like last ended."""
    breaks = united_spans(record.contexts, BREAKS, today)
    return [cycle for cycle in split if not breaks or cycle.onset >= breaks[-1].end]


def _declared(record: CycleRecord, today: date) -> Stage | None:
    said = max((item for item in record.stages if item.date <= today), default=None)
    return said.stage if said else None


def _pairs(split: Sequence[Cycle], ovulations: Sequence[Ovulation | None]) -> Observed:
    """Return length and ovulation day of the closed cycles in which one was observed."""
    return [
        (cycle.length_days, (seen.date - cycle.onset).days + 1)
        for cycle, seen in zip(split, ovulations, strict=True)
        if cycle.length_days is not None and seen is not None
    ]


def _read(
    split: Sequence[Cycle],
    found: Sequence[Bleed],
    ovulations: Sequence[Ovulation | None],
    *,
    pairs: Observed,
    watched: date | None,
    ahead: Outlook,
    today: date,
) -> list[ReadCycle]:
    menses = {bleed.start: bleed for bleed in found}
    forecast = ahead if isinstance(ahead, Forecast) else None
    estimates = _Estimates(pairs)
    read = []
    for cycle, seen in zip(split, ovulations, strict=True):
        expected = forecast.onset if forecast and cycle.is_open else None
        ovulation = seen or estimates.of(cycle, forecast)
        if cycle.is_open and seen is None and _ruled_out(ovulation, watched):
            ovulation = None
        spans = phase_spans(
            cycle, menses[cycle.onset], ovulation, today=today, expected_onset=expected
        )
        read.append(ReadCycle(cycle, menses[cycle.onset], ovulation, spans))
    return read


def _ruled_out(ovulation: Ovulation | None, watched: date | None) -> bool:
    """Say whether tests have shown since that an estimate cannot hold."""
    return ovulation is not None and watched is not None and ovulation.date <= watched


class _Estimates:
    """Estimated ovulations; each length is worked out once, as many cycles share one."""

    def __init__(self, observed: Observed) -> None:
        self._observed = observed[-MOST_CYCLES:]
        self._found: dict[int, Ovulation | None] = {}

    def of(self, cycle: Cycle, forecast: Forecast | None) -> Ovulation | None:
        """Estimate the ovulation of a cycle without a sign; None where its length forbids it."""
        if not cycle.is_open:
            return self._given(cycle.onset, cycle.length_days)
        if forecast is None:
            return None
        if forecast.ovulation:
            return _calendar(forecast.ovulation)
        return self._given(cycle.onset, (forecast.onset.median - cycle.onset).days)

    def _given(self, onset: date, length: int | None) -> Ovulation | None:
        if length is None:
            return None
        if length not in self._found:
            like = Cycle(_ANY_ONSET, _ANY_ONSET + timedelta(days=length))
            self._found[length] = estimated_ovulation(like, self._observed)
        found, later = self._found[length], onset - _ANY_ONSET
        return found and replace(
            found,
            date=found.date + later,
            earliest=found.earliest + later,
            latest=found.latest + later,
        )


def _calendar(likely: LikelyDay) -> Ovulation:
    return Ovulation(likely.median, OvulationSign.CALENDAR, likely.span.start, likely.span.last)
