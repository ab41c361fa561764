"""A measure by phase of the cycle: every day, and the level of each phase.

A phase is observed or estimated, and each day says which. The trend, the week and time apart are
taken account of, so that a phase that fell on weekends is not mistaken for one.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from journal.analysis.day_memory_cycle import closed_cycles
from journal.analysis.day_memory_gate import Lack, cycle_lacks, rating_lacks
from journal.analysis.phase_bands import day_standings
from journal.analysis.premenstrual_days import Window, window_of
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.groups import Groups, Membership, grouped, levelled
from journal.analysis.relations.outcome_days import OutcomeDays, level_columns, outcome_days
from journal.cycle.basis import Basis
from journal.cycle.phase_words import PHASE_NAMES
from journal.cycle.phases import Phase
from journal.cycle.reading import CycleReading
from journal.domain.ranges import ONE_DAY, DateRange


def by_phase(record: DailyRecord, reading: CycleReading, code: str) -> Groups:
    """Sort the days of a measure by phase; levels where the record bears them."""
    outcome = outcome_days(record, code)
    members = _members(outcome, reading)
    names = {phase.value: PHASE_NAMES[phase] for phase in Phase}
    called = record.names.get(code, code)
    found = grouped(outcome, members, names, called=called, in_cycles=True)
    if lacks := _lacks(outcome, members):
        return replace(found, lacks=lacks)
    return levelled(
        found,
        outcome,
        members,
        lambda beside: level_columns(record, outcome, [beside]),
        compare=True,
    )


def _members(outcome: OutcomeDays, reading: CycleReading) -> list[Membership | None]:
    dates = outcome.dates
    if not dates:
        return []
    onsets = [read.cycle.onset for read in reading.cycles]
    standings = day_standings(reading, DateRange(dates[0], dates[-1] + ONE_DAY))
    found: list[Membership | None] = []
    for day in dates:
        standing = standings.get(day)
        if standing is None or standing.phase is None:
            found.append(None)
        else:
            estimated = standing.basis is Basis.ESTIMATED
            cycle = bisect_right(onsets, day)
            found.append(Membership(standing.phase.value, estimated, cycle))
    return found


def _lacks(outcome: OutcomeDays, members: Sequence[Membership | None]) -> tuple[Lack, ...]:
    before = [
        day.number
        for day in outcome.placed
        if day is not None and window_of(day) is Window.PREMENSTRUAL
    ]
    return rating_lacks(outcome.rated) + cycle_lacks(
        cycles=closed_cycles(outcome.placed),
        rated=outcome.rated.count,
        phase_known=sum(member is not None for member in members),
        window_cycles=len(set(before)),
        window_days=len(before),
    )
