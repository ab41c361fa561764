"""What may come next in the cycle that is open: a forecast, or why there is none.

Convention: a cycle in which d days have passed since its onset may still end today with the length
d, as long as no onset was recorded today; a day without a record is no proof that nothing came.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Final

from journal.cycle.age import age_in
from journal.cycle.basis import Basis
from journal.cycle.cycles import Cycle
from journal.cycle.forecast import Forecast, LikelyDay, Outlook, Silence, SilentBecause
from journal.cycle.length_model import MOST_CYCLES, predict_length, prior_for_age
from journal.cycle.ovulation import Ovulation
from journal.cycle.ovulation_model import Observed, length_given_ovulation, predict_ovulation_day
from journal.cycle.standing import POSTMENOPAUSE
from journal.cycle.unreadable import UNREADABLE_KINDS
from journal.cycle.whole_days import WholeDays
from journal.domain.contexts import Context
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.ranges import DateRange, days_after
from journal.domain.stages import Stage

# An interval this long marks the late transition (Harlow et al. 2012), and no record of cycles
# says when such a one ends.
TOO_LONG_DAYS: Final = 60
# PACTS (Bull et al. 2019): a luteal phase shorter than this is taken for a mistake.
SHORTEST_LUTEAL_DAYS: Final = 7
# In these she has told that bleeding does not come by itself. "I would rather just write" says
# nothing about bleeding: who records it gets a forecast.
SILENT_SITUATIONS: Final = frozenset({Situation.HORMONES, Situation.STOPPED})


@dataclass(frozen=True, slots=True)
class KnownCycles:
    """What her cycles so far teach, oldest first.

    Attributes:
        lengths: Lengths of closed cycles that can be used.
        ovulations: Length and ovulation day (the onset being day 1) of closed cycles in which
            ovulation was observed.
        observed: The ovulation observed in the open cycle, if one was.
        no_sign_until: The last date up to which she recorded body signs in the open cycle and they
            showed no ovulation; None where she does not record them, as no record is no sign.
    """

    lengths: Sequence[int] = ()
    ovulations: Observed = ()
    observed: Ovulation | None = None
    no_sign_until: date | None = None


def outlook(
    cycles: Sequence[Cycle],
    *,
    known: KnownCycles,
    settings: OwnerSettings,
    today: date,
    contexts: Sequence[Context] = (),
    declared: Stage | None = None,
    matched: Stage | None = None,
) -> Outlook:
    """Say when the next onset, and ovulation before it, are likely, or why this is not said.

    Args:
        cycles: Her cycles up to today, oldest first, the open one last.
        known: What they teach.
        settings: Whether she wants forecasts, her situation and her birth year.
        today: The date that is current.
        contexts: Hers; only what makes bleeding unreadable today counts.
        declared: Her stage as she declared it.
        matched: The stage her bleeding pattern matches.
    """
    unreadable = _unreadable(contexts, today)
    days = (today - cycles[-1].onset).days if cycles else None
    because = _silent_because(settings, unreadable=unreadable, stages={declared, matched})
    if because is None and (days is None or not cycles[-1].is_open):
        because = SilentBecause.NO_CYCLE_OPEN
    if because is None and days is not None and days >= TOO_LONG_DAYS:
        because = SilentBecause.TOO_LONG
    if because is not None:
        return Silence(because, unreadable if because is SilentBecause.CONTEXT else None, days)
    return _forecast(cycles[-1].onset, known, birth_year=settings.birth_year, today=today)


def _unreadable(contexts: Sequence[Context], today: date) -> Context | None:
    lasting = (c for c in contexts if c.kind in UNREADABLE_KINDS and c.covers(today))
    return min(lasting, key=lambda context: context.start, default=None)


def _silent_because(
    settings: OwnerSettings, *, unreadable: Context | None, stages: AbstractSet[Stage | None]
) -> SilentBecause | None:
    reasons = {
        SilentBecause.SWITCHED_OFF: not settings.forecasts,
        SilentBecause.CONTEXT: unreadable is not None,
        SilentBecause.SITUATION: settings.situation in SILENT_SITUATIONS,
        SilentBecause.POSTMENOPAUSE: bool(stages & POSTMENOPAUSE),
        SilentBecause.LATE_TRANSITION: Stage.LATE_TRANSITION in stages,
    }
    return next((because for because, holds in reasons.items() if holds), None)


def _forecast(onset: date, known: KnownCycles, *, birth_year: int | None, today: date) -> Forecast:
    elapsed = (today - onset).days
    day = _observed_day(known, onset, today)
    prior = prior_for_age(age_in(today, birth_year))

    def days_from_onset(at_least_days: int) -> WholeDays:
        if day is None:
            return predict_length(known.lengths, prior=prior, at_least_days=at_least_days).days
        return length_given_ovulation(day, known.ovulations, at_least_days=at_least_days)

    learned = len(known.lengths if day is None else known.ovulations)
    next_onset = _likely(onset, days_from_onset(elapsed), day_of_onset=0)
    ahead = _ovulation_ahead(onset, known, today) if day is None else None
    if ahead and (next_onset.median - ahead.median).days < SHORTEST_LUTEAL_DAYS:
        ahead = None  # tests and calendar speak against each other, and neither can be believed
    return Forecast(
        onset=next_onset,
        ovulation=ahead,
        cycles=min(learned, MOST_CYCLES),
        late_days=max(elapsed - days_from_onset(0).interval()[1], 0),
        from_ovulation=day is not None,
    )


def _observed_day(known: KnownCycles, onset: date, today: date) -> int | None:
    seen = known.observed
    if seen is None or seen.basis is not Basis.OBSERVED or not onset <= seen.date <= today:
        return None
    return (seen.date - onset).days + 1


def _ovulation_ahead(onset: date, known: KnownCycles, today: date) -> LikelyDay | None:
    watched = known.no_sign_until
    possible = 1 if watched is None else (min(watched, today) - onset).days + 2
    days = predict_ovulation_day(
        known.ovulations, lengths=known.lengths, at_least_day=max(possible, 1)
    )
    likely = _likely(onset, days, day_of_onset=1)
    return likely if likely.span.last >= today else None


def _likely(onset: date, days: WholeDays, *, day_of_onset: int) -> LikelyDay:
    """Turn numbers of days into dates, the onset having the number given."""
    low, high = days.interval()
    median, first, after = (
        days_after(onset, number - day_of_onset) for number in (days.median, low, high + 1)
    )
    return LikelyDay(median, DateRange(first, after))
