"""Made-up readings for the pictures of the cycle page, built by hand and not by the engine."""

from collections.abc import Sequence
from datetime import date, timedelta

from journal.cycle.basis import Basis
from journal.cycle.cycles import Cycle
from journal.cycle.forecast import Forecast, LikelyDay, Outlook, Silence, SilentBecause
from journal.cycle.onsets import Bleed
from journal.cycle.ovulation import Ovulation, OvulationSign
from journal.cycle.phases import Phase, PhaseSpan
from journal.cycle.reading import CycleReading, ReadCycle
from journal.cycle.stage_evidence import Criterion, StageEvidence
from journal.domain.ranges import DateRange

TODAY = date(2026, 11, 22)
MENSES_DAYS = 5
LUTEAL_DAYS = 14
PREMENSTRUAL_DAYS = 5
AROUND_DAYS = 2
NOTHING_SAID = Silence(SilentBecause.SWITCHED_OFF)
NO_EVIDENCE = StageEvidence(None, None, ())


def days(count: int) -> timedelta:
    """Return a stretch of days."""
    return timedelta(days=count)


def ovulation_on(
    day: date, sign: OvulationSign = OvulationSign.CALENDAR, within: int = 2
) -> Ovulation:
    """Make an ovulation whose span reaches `within` days to both sides."""
    return Ovulation(day, sign, day - days(within), day + days(within))


def phases_of(
    onset: date, length: int, menses: int = MENSES_DAYS, ovulation: Ovulation | None = None
) -> tuple[PhaseSpan, ...]:
    """Divide the days of a cycle; only menses where no ovulation is known."""
    bled = PhaseSpan(DateRange(onset, onset + days(menses)), Phase.MENSTRUAL, Basis.OBSERVED)
    if ovulation is None:
        return (bled,)
    end = onset + days(length)
    edges = [
        onset + days(menses),
        ovulation.date - days(AROUND_DAYS),
        ovulation.date + days(AROUND_DAYS),
        end - days(PREMENSTRUAL_DAYS),
        end,
    ]
    names = [Phase.FOLLICULAR, Phase.AROUND_OVULATION, Phase.LUTEAL, Phase.PREMENSTRUAL]
    ranges = zip(edges, edges[1:], names, strict=False)
    spans = [
        PhaseSpan(DateRange(start, stop), name, ovulation.basis)
        for start, stop, name in ranges
        if start < stop
    ]
    return (bled, *spans)


def closed_cycle(
    onset: date,
    length: int,
    *,
    menses: int = MENSES_DAYS,
    sign: OvulationSign | None = OvulationSign.CALENDAR,
) -> ReadCycle:
    """Make a cycle from one onset to the next; without a sign nothing is said of ovulation."""
    found = ovulation_on(onset + days(length - LUTEAL_DAYS), sign) if sign else None
    return ReadCycle(
        Cycle(onset, onset + days(length)),
        Bleed(onset, onset + days(menses - 1), starts_cycle=True),
        found,
        phases_of(onset, length, menses, found),
    )


def open_cycle(
    onset: date, length: int, *, menses: int = MENSES_DAYS, ovulation: Ovulation | None = None
) -> ReadCycle:
    """Make a cycle that is going on, with phases as for a length that is expected."""
    bleed = Bleed(onset, onset + days(menses - 1), starts_cycle=True)
    return ReadCycle(Cycle(onset), bleed, ovulation, phases_of(onset, length, menses, ovulation))


def likely(day: date, before: int, after: int | None = None) -> LikelyDay:
    """Make a likely day with its span, `before` and `after` days to each side."""
    last = day + days(before if after is None else after)
    return LikelyDay(day, DateRange(day - days(before), last + days(1)))


def reading_of(
    *cycles: ReadCycle,
    outlook: Outlook = NOTHING_SAID,
    criteria: Sequence[Criterion] = (),
    evidence: StageEvidence = NO_EVIDENCE,
    bleeds: Sequence[Bleed] = (),
    today: date = TODAY,
) -> CycleReading:
    """Put a reading together; `bleeds` are those beside the menses of the cycles."""
    bled = sorted([*(read.menses for read in cycles), *bleeds], key=lambda bleed: bleed.start)
    if criteria:
        evidence = StageEvidence(evidence.stage, evidence.since, tuple(criteria))
    return CycleReading(today, tuple(bled), cycles, (), (), outlook, evidence)


def cycles_before(
    onset: date, *lengths: int, sign: OvulationSign | None = OvulationSign.CALENDAR
) -> list[ReadCycle]:
    """Make closed cycles of these lengths, the last of them ending on `onset`."""
    made, start = [], onset - days(sum(lengths))
    for length in lengths:
        made.append(closed_cycle(start, length, sign=sign))
        start += days(length)
    return made


def regular_reading(
    cycle_day: int = 23, lengths: Sequence[int] = (28, 30, 29, 27, 31, 29)
) -> CycleReading:
    """Make a regular record that stands on a cycle day, with its forecast of 29 days."""
    onset = TODAY - days(cycle_day - 1)
    estimated = ovulation_on(onset + days(15), within=3)
    median = max(onset + days(29), TODAY + days(2))
    ahead = likely(estimated.date, 3) if estimated.latest >= TODAY else None
    outlook = Forecast(likely(median, min(3, (median - TODAY).days)), ahead, len(lengths))
    current = open_cycle(onset, (median - onset).days, ovulation=estimated)
    return reading_of(*cycles_before(onset, *lengths), current, outlook=outlook)
