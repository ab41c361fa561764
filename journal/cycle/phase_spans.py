"""The phases of one cycle, as spans of dates that follow one another.

    onset            ovulation                       next onset
    |menstrual|follicular|around ovulation|luteal|premenstrual|
              ^ flow over ^ -2 ........ +1        ^ -7 .... -1

Where spans meet, what was observed comes first: days of the bleed, then the days counted back from
the next onset, then those around the ovulation. Days nothing can be said of lie in no span.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from journal.cycle.basis import Basis
from journal.cycle.cycle_time_values import PACTS_GATES
from journal.cycle.cycles import Cycle
from journal.cycle.forecast import LikelyDay
from journal.cycle.onsets import Bleed
from journal.cycle.ovulation import Ovulation
from journal.cycle.phases import Phase, PhaseSpan
from journal.domain.ranges import DateRange, days_after

# Ours: the signs of the body name the day of ovulation to within a day or two, and the hormones
# turn over in the days before it rather than after.
DAYS_BEFORE_OVULATION: Final = 2
DAYS_AFTER_OVULATION: Final = 1
# C-PASS (Eisenlohr-Moul et al. 2017): the premenstrual week is days -7 to -1, no day 0.
PREMENSTRUAL_DAYS: Final = 7
# PACTS, from Bull et al. 2019: without a next onset in sight, no day later after an ovulation than
# the longest luteal phase is called luteal.
LONGEST_LUTEAL_DAYS: Final = PACTS_GATES.longest_luteal


@dataclass(frozen=True, slots=True)
class _Frame:
    """How far a cycle reaches, and what is known of its two landmarks.

    Attributes:
        limit: The first date nothing is said of any more.
        next_onset: Observed or expected; None where neither.
        window: The days around ovulation; None where no ovulation is known.
        ovulation: What the ovulation rests on.
        closing: What the next onset rests on.
    """

    limit: date
    next_onset: date | None
    window: DateRange | None
    ovulation: Basis
    closing: Basis


def phase_spans(
    cycle: Cycle,
    menses: Bleed,
    ovulation: Ovulation | None,
    *,
    today: date,
    expected_onset: LikelyDay | None = None,
) -> tuple[PhaseSpan, ...]:
    """Divide a cycle into phases, each with what it rests on.

    Args:
        menses: The bleed the cycle begins with.
        ovulation: Of this cycle, observed or estimated; one outside it is passed over.
        expected_onset: Of the next menses; read in an open cycle only. Spans then run up to its
            median, or, once that has passed, up to and including `today`.

    Returns:
        Spans inside the cycle, oldest first, none empty and none overlapping.
    """
    frame = _frame(cycle, menses, ovulation, expected_onset, today)
    menstrual = DateRange(cycle.onset, _menses_end(cycle, menses, frame))
    spans = [PhaseSpan(menstrual, Phase.MENSTRUAL, Basis.OBSERVED)]
    week = _premenstrual_start(frame, menstrual.end)
    spans += _around_ovulation(frame, DateRange(menstrual.end, week), today)
    if frame.next_onset is not None:
        last_days = DateRange(week, frame.limit)
        spans.append(PhaseSpan(last_days, Phase.PREMENSTRUAL, frame.closing))
    return tuple(span for span in spans if span.range_)


def phase_at(spans: Sequence[PhaseSpan], day: date) -> PhaseSpan | None:
    """Return the span a date lies in; spans lie oldest first, of one cycle or of many."""
    begun = bisect_right(spans, day, key=lambda span: span.range_.start)
    return spans[begun - 1] if begun and day in spans[begun - 1].range_ else None


def _frame(
    cycle: Cycle,
    menses: Bleed,
    ovulation: Ovulation | None,
    expected: LikelyDay | None,
    today: date,
) -> _Frame:
    window = _window(cycle, ovulation)
    known = Basis.ESTIMATED if ovulation is None else ovulation.basis
    if cycle.end is not None:
        # A cycle that something else ended has a last day, but no onset to count back from.
        closed = cycle.length_days is not None
        next_onset = cycle.end if closed else None
        closing = Basis.OBSERVED if closed else Basis.ESTIMATED
        return _Frame(cycle.end, next_onset, window, known, closing)
    if expected is None:
        return _Frame(date.max, None, window, known, Basis.ESTIMATED)
    # What is expected waits until what was observed is over.
    next_onset = max(expected.median, days_after(max(menses.last, cycle.onset), 1))
    if window is not None and known is Basis.OBSERVED:
        next_onset = max(next_onset, window.end)
    limit = max(next_onset, days_after(today, 1))
    return _Frame(limit, next_onset, window, known, Basis.ESTIMATED)


def _window(cycle: Cycle, ovulation: Ovulation | None) -> DateRange | None:
    """Return the days around an ovulation; the onset itself always stays menstrual."""
    if ovulation is None or ovulation.date < cycle.onset:
        return None
    if cycle.end is not None and ovulation.date >= cycle.end:
        return None
    start = days_after(ovulation.date, -DAYS_BEFORE_OVULATION)
    end = days_after(ovulation.date, DAYS_AFTER_OVULATION + 1)
    return DateRange(min(max(start, days_after(cycle.onset, 1)), end), end)


def _menses_end(cycle: Cycle, menses: Bleed, frame: _Frame) -> date:
    """Return the day after the bleed; flow that outlasts an observed ovulation is no menses."""
    end = min(days_after(max(menses.last, cycle.onset), 1), frame.limit)
    if frame.window is not None and frame.ovulation is Basis.OBSERVED:
        end = min(end, frame.window.start)
    return end


def _premenstrual_start(frame: _Frame, menses_end: date) -> date:
    """Return the first premenstrual day, or the limit where no next onset is known.

    The bleed comes before it, and so does an observed ovulation before an onset only expected.
    """
    if frame.next_onset is None:
        return frame.limit
    start = max(days_after(frame.next_onset, -PREMENSTRUAL_DAYS), menses_end)
    if frame.window is None or frame.ovulation is not Basis.OBSERVED:
        return start
    return start if frame.closing is Basis.OBSERVED else max(start, frame.window.end)


def _around_ovulation(frame: _Frame, inside: DateRange, today: date) -> list[PhaseSpan]:
    """Divide the days between the menses and the last week by the ovulation."""
    window = frame.window
    if window is None:
        return []
    luteal_end = inside.end
    if frame.next_onset is None:
        longest = days_after(window.end, LONGEST_LUTEAL_DAYS - DAYS_AFTER_OVULATION)
        luteal_end = min(longest, days_after(today, 1))
    observed = frame.ovulation is frame.closing is Basis.OBSERVED
    luteal = Basis.OBSERVED if observed else Basis.ESTIMATED
    return [
        PhaseSpan(_part(inside, inside.start, window.start), Phase.FOLLICULAR, frame.ovulation),
        PhaseSpan(_part(inside, window.start, window.end), Phase.AROUND_OVULATION, frame.ovulation),
        PhaseSpan(_part(inside, window.end, luteal_end), Phase.LUTEAL, luteal),
    ]


def _part(whole: DateRange, start: date, end: date) -> DateRange:
    """Return what of `whole` lies from `start` up to `end`; it may be empty."""
    begins = min(max(start, whole.start), whole.end)
    return DateRange(begins, max(begins, min(end, whole.end)))
