"""Periods that probably came and were not recorded: found to be asked about, never filled in.

onset         around         next onset
|1 … 28       ? 29 …       57|        usually 28: one period may be missing

A gap keeps its length, and what a long gap says of a stage, until she answers that a period in it
was not recorded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from statistics import median
from typing import Final

from journal.cycle.age import age_in
from journal.cycle.cycles import Cycle
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.owner_settings import Situation
from journal.domain.stages import Stage, StageDeclaration

# Measured on the simulation of Li et al. 2022 by `python3 -m bench.skipped_logs`.
LONG_TIMES_USUAL: Final = 1.5
# Lengths beyond this many times the middle of the shorter half do not count as usual.
DOUBLED_TIMES_SHORTER: Final = 1.75
# So many cycles, the nearest in time, say what is usual: as many as the simulation has for each.
LENGTHS_AROUND: Final = 11
# As few as a middle can be taken of; with them one question in a hundred is needless there.
FEWEST_LENGTHS: Final = 3
# From the year she turns 45 long gaps are the sign of the transition (Harlow et al. 2012).
ASKED_BEFORE_AGE: Final = 45
# Where no cycle is counted on, no period is missed.
NOT_ASKED_IN: Final = frozenset({Situation.STOPPED, Situation.HORMONES, Situation.JUST_WRITE})
REPRODUCTIVE: Final = frozenset(
    {
        Stage.EARLY_REPRODUCTIVE,
        Stage.PEAK_REPRODUCTIVE,
        Stage.LATE_REPRODUCTIVE,
        Stage.LATE_REPRODUCTIVE_B,
        Stage.LATE_REPRODUCTIVE_A,
    }
)


@dataclass(frozen=True, slots=True, order=True)
class MissedLog:
    """A cycle so long that a period in it probably was not recorded.

    Attributes:
        usual_days: The middle of the lengths around it, without those that look doubled.
        around: When a period may have come, evenly spread; one date for each that may be missing.
    """

    onset: date
    next_onset: date
    length_days: int
    usual_days: float
    around: tuple[date, ...]


def likely_missed(cycles: Sequence[Cycle], *, asks_until: date | None = None) -> list[MissedLog]:
    """Find the cycles at least one and a half times as long as is usual for her, oldest first.

    Args:
        cycles: Cycles, oldest first, not yet ended by an answer of hers.
        asks_until: Cycles that begin on or after this date are left alone.
    """
    closed = [(c.onset, c.end, c.length_days) for c in cycles if c.end and c.length_days]
    lengths = [length for _, _, length in closed]
    found = []
    for place, (onset, following, length) in enumerate(closed):
        if asks_until is not None and onset >= asks_until:
            break
        usual = usual_length(_nearest(lengths, place))
        if usual is not None and length / usual >= LONG_TIMES_USUAL:
            around = _spread(onset, length, usual)
            found.append(MissedLog(onset, following, length, usual, around))
    return found


def asks_until(
    *,
    birth_year: int | None,
    situation: Situation | None,
    stages: Sequence[StageDeclaration],
    today: date,
) -> date | None:
    """Return the date from which long gaps are left alone; None while there is none.

    That is the year she turns 45 and no later than a declared transition. Without a birth year she
    is asked at any time, unless she declared a transition or says her cycle has become irregular.
    """
    if situation in NOT_ASKED_IN:
        return date.min
    beyond = [declared.date for declared in stages if declared.stage not in REPRODUCTIVE]
    if birth_year is None or age_in(today, birth_year) is None:
        return date.min if beyond or situation is Situation.IRREGULAR else None
    turns = min(max(birth_year + ASKED_BEFORE_AGE, MINYEAR), MAXYEAR)
    return min([*beyond, date(turns, 1, 1)])


def unrecorded(missed: Sequence[MissedLog], answers: Sequence[CycleAnswer]) -> dict[date, date]:
    """Return where cycles end in which she says a period was not recorded, by their onset.

    An answer about a gap that is no longer in question is not used.
    """
    said = _replies(answers)
    return {
        gap.onset: gap.around[0] for gap in missed if said.get(gap.onset) is CycleReply.NOT_RECORDED
    }


def usable_lengths(
    cycles: Sequence[Cycle], missed: Sequence[MissedLog], answers: Sequence[CycleAnswer] = ()
) -> list[int]:
    """Return the lengths other rules may learn from, in days, oldest first.

    A gap in question counts only once she says that no period came in it.
    """
    said = _replies(answers)
    doubtful = {gap.onset for gap in missed if said.get(gap.onset) is not CycleReply.NONE_CAME}
    return [
        cycle.length_days
        for cycle in cycles
        if cycle.length_days is not None and cycle.onset not in doubtful
    ]


def usual_length(lengths: Sequence[int]) -> float | None:
    """Return the middle of the lengths that do not look doubled, in days.

    Doubled are those at least 1.75 times the middle of the shorter half, so that many periods may
    be missing without moving what is usual. None for fewer than three lengths.
    """
    if len(lengths) < FEWEST_LENGTHS:
        return None
    ordered = sorted(lengths)
    doubled = DOUBLED_TIMES_SHORTER * median(ordered[: (len(ordered) + 1) // 2])
    return median([length for length in ordered if length < doubled])


def _nearest(lengths: Sequence[int], place: int) -> Sequence[int]:
    first = min(place - LENGTHS_AROUND // 2, len(lengths) - LENGTHS_AROUND)
    return lengths[max(first, 0) : max(first, 0) + LENGTHS_AROUND]


def _spread(onset: date, length: int, usual: float) -> tuple[date, ...]:
    """Divide a gap evenly; halves are rounded up, both of periods and of days."""
    parts = int(length / usual + 0.5)
    return tuple(
        onset + timedelta(days=int(length * part / parts + 0.5)) for part in range(1, parts)
    )


def _replies(answers: Sequence[CycleAnswer]) -> dict[date, CycleReply]:
    return {a.date: a.reply for a in answers if a.question is CycleQuestion.MISSED_PERIOD}
