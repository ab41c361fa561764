from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.cycle.cycles import Cycle
from journal.cycle.forecast import Forecast, Silence
from journal.cycle.outlook import KnownCycles, outlook
from journal.domain.owner_settings import OwnerSettings
from tests.strategies import DATES

LENGTHS = st.lists(st.integers(1, 300), max_size=40).map(tuple)
YEARS = st.none() | st.integers(1950, 2030)


def seen(onset: date, elapsed: int, lengths: tuple[int, ...], born: int | None) -> object:
    return outlook(
        [Cycle(onset)],
        known=KnownCycles(lengths=lengths),
        settings=OwnerSettings(birth_year=born),
        today=onset + timedelta(days=elapsed),
    )


@given(DATES, st.integers(0, 90), LENGTHS, YEARS)
@settings(max_examples=150)
def test_a_forecast_never_lies_in_the_past(
    onset: date, elapsed: int, lengths: tuple[int, ...], born: int | None
) -> None:
    found = seen(onset, elapsed, lengths, born)
    assert isinstance(found, Silence) == (elapsed >= 60)
    if isinstance(found, Forecast):
        today = onset + timedelta(days=elapsed)
        assert today <= found.onset.span.start <= found.onset.median <= found.onset.span.last
        assert found.late_days >= 0
        if found.ovulation:
            assert found.ovulation.median in found.ovulation.span
            assert found.ovulation.span.last >= today


@given(DATES, DATES, st.integers(0, 59), LENGTHS)
@settings(max_examples=50)
def test_shifting_every_date_shifts_the_forecast(
    here: date, there: date, elapsed: int, lengths: tuple[int, ...]
) -> None:
    found, shifted = (seen(onset, elapsed, lengths, None) for onset in (here, there))
    assert isinstance(found, Forecast)
    assert isinstance(shifted, Forecast)
    by = there - here
    assert found.onset.median + by == shifted.onset.median
    assert found.onset.span.start + by == shifted.onset.span.start
    assert len(found.onset.span) == len(shifted.onset.span)


@given(DATES, st.integers(0, 58), LENGTHS)
@settings(max_examples=80)
def test_a_day_without_an_onset_never_moves_the_forecast_earlier(
    onset: date, elapsed: int, lengths: tuple[int, ...]
) -> None:
    before, after = (seen(onset, days, lengths, None) for days in (elapsed, elapsed + 1))
    assert isinstance(before, Forecast)
    assert isinstance(after, Forecast)
    assert before.onset.median <= after.onset.median
    assert before.late_days <= after.late_days
