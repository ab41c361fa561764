"""One small thing for today: the occasions of the record, beside what she wants to be offered."""

from datetime import date

from journal.connection.ladder import steps_for
from journal.connection.small_thing import Occasion, SmallThing, balance_is_low, small_thing
from journal.cycle.basis import Basis
from journal.cycle.phase_spans import phase_at
from journal.cycle.phases import Phase
from journal.cycle.reading import CycleReading
from journal.domain.catalogues import CatalogueName
from journal.domain.journal import ReadableJournal


def small_thing_today(
    journal: ReadableJournal,
    reading: CycleReading,
    today: date,
    *,
    balance: float | None,
    usual: float | None,
) -> SmallThing | None:
    """Return what may be offered today, or None.

    Args:
        balance: The balance of the account today; None where there is none.
        usual: What it usually is, from `connection.small_thing.usual_balance`.
    """
    occasions = [Occasion.LOW_BALANCE] if balance_is_low(balance, usual) else []
    occasions += _premenstrual(reading, today)
    if not occasions:
        return None
    settings, day = journal.settings(), journal.day(today)
    steps = steps_for(
        day.touch, settings.ladder_up_to, catalogue=journal.catalogue(CatalogueName.LADDER)
    )
    return small_thing(occasions, steps, settings=settings, partner=day.partner, today=today)


def _premenstrual(reading: CycleReading, today: date) -> list[Occasion]:
    """Say whether the day lies before a period, and whether that was observed or estimated."""
    span = phase_at([span for read in reading.cycles[-2:] for span in read.phases], today)
    if span is None or span.phase is not Phase.PREMENSTRUAL:
        return []
    observed = span.basis is Basis.OBSERVED
    return [Occasion.PREMENSTRUAL if observed else Occasion.PREMENSTRUAL_ESTIMATED]
