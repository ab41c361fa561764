import pytest

from journal.cycle.mucus import MucusPeak, mucus_peak
from journal.cycle.temperature import temperature_shift
from journal.domain.days import Mucus
from tests.support.symptothermal import ReferenceCycle, body_signs, place, reference_cycles

WITH_MUCUS = [case for case in reference_cycles() if case.row["second_sign"] == "mucus"]


def test_there_are_reference_cycles_with_and_without_a_peak() -> None:
    assert len(WITH_MUCUS) == 160
    assert sum(case.row["mucus_peak"] != "" for case in WITH_MUCUS) == 104


@pytest.mark.parametrize("case", WITH_MUCUS, ids=lambda case: case.row["case"])
def test_the_peak_is_the_one_of_the_reference(case: ReferenceCycle) -> None:
    # The program names a peak only where the temperature rose as well.
    shift = temperature_shift(case.days)
    peak = mucus_peak(case.days, shift.complete_on) if shift else None
    assert place(case.row["mucus_peak"]) == (peak.date if peak else None)


def test_the_peak_is_complete_on_the_third_lower_day_noted() -> None:
    expected = MucusPeak(place(5), Mucus.EGG_WHITE, place(9))  # type: ignore[arg-type]  # dates
    assert expected == mucus_peak(body_signs(mucus="002343.21"))


def test_two_lower_days_are_not_enough() -> None:
    assert mucus_peak(body_signs(mucus="0023432")) is None


def test_the_best_is_her_own_best() -> None:
    peak = mucus_peak(body_signs(mucus="0012100"))
    assert peak is not None
    assert (place(4), Mucus.WET) == (peak.date, peak.quality)


def test_dry_days_have_no_peak() -> None:
    assert mucus_peak(body_signs(mucus="0101000000")) is None


def test_mucus_as_good_before_the_rise_is_complete_moves_the_peak() -> None:
    days = body_signs(mucus="0041114111")
    early = mucus_peak(days, place(6))
    late = mucus_peak(days, place(7))
    assert (place(3), place(7)) == (early and early.date, late and late.date)


def test_without_a_rise_the_last_best_day_is_the_peak() -> None:
    peak = mucus_peak(body_signs(mucus="0041114111"))
    assert place(7) == (peak and peak.date)


def test_a_better_day_that_is_not_confirmed_yet_undoes_the_peak() -> None:
    assert mucus_peak(body_signs(mucus="003111411")) is None
