from datetime import timedelta

import pytest

from journal.cycle.basis import Basis
from journal.cycle.cycles import Cycle
from journal.cycle.ovulation import Ovulation, OvulationSign
from journal.cycle.ovulation_signs import (
    double_check,
    observed_ovulation,
    signs_by_cycle,
)
from journal.cycle.ovulation_words import (
    HOW_KNOWN,
    NOT_FOR_CONTRACEPTION,
    also_words,
    basis_words,
    how_known_words,
    likely_words,
)
from tests.builders import FIRST_DAY, on
from tests.support.symptothermal import ReferenceCycle, body_signs, place, reference_cycles

WITH_MUCUS = [case for case in reference_cycles() if case.row["second_sign"] == "mucus"]
ALL_LOW = "36.40 " * 13
# The first high reading on day 14.
RISE_14 = ALL_LOW + "36.65 36.70 36.75"


def ovulation(day: int, sign: OvulationSign, earliest: int, latest: int, **also: int) -> Ovulation:
    """Make the expected answer from day numbers; the other signs by name."""
    return Ovulation(
        place(day),  # type: ignore[arg-type]  # a day number has a date
        sign,
        place(earliest),  # type: ignore[arg-type]  # as above
        place(latest),  # type: ignore[arg-type]  # as above
        tuple((OvulationSign(name), place(other)) for name, other in also.items()),  # type: ignore[misc]  # as above
    )


@pytest.mark.parametrize("case", WITH_MUCUS, ids=lambda case: case.row["case"])
def test_both_signs_are_complete_when_the_reference_says_so(case: ReferenceCycle) -> None:
    assert place(case.row["both_complete"]) == double_check(case.days)


def test_ovulation_is_the_day_after_the_first_positive_test() -> None:
    found = observed_ovulation(body_signs(tests="........--++-"))
    assert ovulation(12, OvulationSign.LH_TEST, 11, 13) == found


def test_ovulation_is_the_day_before_the_first_high_reading() -> None:
    assert ovulation(13, OvulationSign.TEMPERATURE, 11, 14) == observed_ovulation(
        body_signs(RISE_14)
    )


def test_ovulation_is_the_peak_day_of_mucus_alone() -> None:
    found = observed_ovulation(body_signs(mucus="0000002344321"))
    assert ovulation(10, OvulationSign.MUCUS, 8, 12) == found


def test_mucus_alone_that_is_never_like_egg_white_shows_nothing() -> None:
    assert observed_ovulation(body_signs(mucus="0000002332111")) is None


def test_creamy_mucus_stands_beside_a_stronger_sign() -> None:
    found = observed_ovulation(body_signs(RISE_14, mucus="0000000002331110"))
    assert ovulation(13, OvulationSign.TEMPERATURE, 11, 14, mucus=12) == found


def test_the_test_gives_the_day_and_the_other_signs_stand_beside_it() -> None:
    found = observed_ovulation(body_signs(RISE_14, mucus="0000000023442110", tests="..........++"))
    assert ovulation(12, OvulationSign.LH_TEST, 11, 13, temperature=13, mucus=12) == found


@pytest.mark.parametrize(("tests", "points_to"), [("........+", 10), ("..............+", 16)])
def test_a_test_three_days_from_the_rise_is_believed(tests: str, points_to: int) -> None:
    found = observed_ovulation(body_signs(RISE_14, tests=tests))
    assert found is not None
    assert (place(points_to), OvulationSign.LH_TEST) == (found.date, found.sign)


@pytest.mark.parametrize(("tests", "points_to"), [(".......+", 9), ("...............+", 17)])
def test_a_test_farther_from_the_rise_is_not(tests: str, points_to: int) -> None:
    found = observed_ovulation(body_signs(RISE_14, tests=tests))
    assert ovulation(13, OvulationSign.TEMPERATURE, 11, 14, lh_test=points_to) == found


def test_of_two_surges_the_one_the_rise_followed_is_believed() -> None:
    found = observed_ovulation(body_signs(RISE_14, tests="....+---...++"))
    assert found is not None
    assert place(13) == found.date
    assert (OvulationSign.LH_TEST, place(6)) in found.also


def test_a_surge_after_the_one_that_is_believed_does_not_widen_the_span() -> None:
    found = observed_ovulation(body_signs(RISE_14, tests="...........++.........+"))
    assert ovulation(13, OvulationSign.LH_TEST, 12, 14, lh_test=24, temperature=13) == found


def test_of_two_surges_as_near_as_each_other_the_earlier_is_believed() -> None:
    found = observed_ovulation(body_signs(RISE_14, tests=".........+---+"))
    assert found is not None
    assert place(11) == found.date


def test_of_two_surges_the_one_near_the_mucus_peak_is_believed() -> None:
    found = observed_ovulation(body_signs(mucus="0000000000023443210", tests="....+---......+"))
    assert found is not None
    assert place(16) == found.date


def test_without_other_signs_the_first_surge_gives_the_day_and_the_last_the_end() -> None:
    found = observed_ovulation(body_signs(tests="....+---...++"))
    assert found is not None
    assert (place(6), place(5), place(14)) == (found.date, found.earliest, found.latest)


def test_two_days_without_a_positive_test_are_the_same_surge() -> None:
    found = observed_ovulation(body_signs(tests="........+--+"))
    assert ovulation(10, OvulationSign.LH_TEST, 9, 11) == found


def test_three_days_without_a_positive_test_begin_another_surge() -> None:
    found = observed_ovulation(body_signs(tests="........+---+"))
    assert found is not None
    assert ((OvulationSign.LH_TEST, place(14)),) == found.also


def test_a_positive_test_on_the_last_day_points_to_tomorrow() -> None:
    days = body_signs(tests=".........-+")
    found = observed_ovulation(days)
    assert found is not None
    assert days[-1].date + timedelta(days=1) == found.date
    assert found.basis is Basis.OBSERVED


def test_a_test_that_points_to_the_next_onset_shows_nothing() -> None:
    days = body_signs(tests=".........-+")
    cycle = Cycle(FIRST_DAY, FIRST_DAY + timedelta(days=11))
    assert observed_ovulation(days, cycle) is None


def test_the_span_stays_inside_the_cycle() -> None:
    cycle = Cycle(FIRST_DAY, FIRST_DAY + timedelta(days=12))
    assert ovulation(12, OvulationSign.LH_TEST, 11, 12) == observed_ovulation(
        body_signs(tests=".........-+"), cycle
    )
    early = observed_ovulation(body_signs(mucus="4111"), Cycle(FIRST_DAY))
    assert ovulation(1, OvulationSign.MUCUS, 1, 3) == early


def test_negative_tests_and_low_readings_show_nothing() -> None:
    assert observed_ovulation(body_signs(ALL_LOW, "0" * 13, "-" * 13)) is None


def test_each_day_lies_in_its_own_cycle() -> None:
    days = body_signs("36.40 " * 10)
    cycles = [Cycle(days[2].date, days[5].date), Cycle(days[5].date)]
    assert [days[2:5], days[5:]] == signs_by_cycle(cycles, days)


def test_every_cycle_has_its_own_ovulation() -> None:
    days = body_signs(tests="..........+....................................+")
    cycles = [
        Cycle(FIRST_DAY, FIRST_DAY + timedelta(days=28)),
        Cycle(FIRST_DAY + timedelta(days=28)),
    ]
    found = [observed_ovulation(each) for each in signs_by_cycle(cycles, days)]
    assert [place(12), place(49)] == [each and each.date for each in found]


@pytest.mark.parametrize(
    ("sign", "words"),
    [
        (OvulationSign.LH_TEST, "observed: ovulation test"),
        (OvulationSign.TEMPERATURE, "observed: temperature"),
        (OvulationSign.MUCUS, "observed: mucus"),
        (OvulationSign.CALENDAR, "estimated from the calendar"),
    ],
)
def test_words_say_whether_a_sign_was_observed(sign: OvulationSign, words: str) -> None:
    assert words == basis_words(sign)


@pytest.mark.parametrize(
    ("earliest", "latest", "today", "words"),
    [
        ("2026-05-12", "2026-05-14", "2026-06-01", "was likely between 12 and 14 May"),
        ("2026-05-12", "2026-05-14", "2026-05-14", "is likely between 12 and 14 May"),
        ("2026-04-30", "2026-05-02", "2026-06-01", "was likely between 30 April and 2 May"),
        ("2026-05-12", "2026-05-14", "2027-01-01", "was likely between 12 and 14 May 2026"),
        ("2026-05-12", "2026-05-12", "2026-06-01", "was likely on 12 May"),
        (
            "2025-12-31",
            "2026-01-02",
            "2026-06-01",
            "was likely between 31 December 2025 and 2 January 2026",
        ),
    ],
)
def test_words_name_the_span(earliest: str, latest: str, today: str, words: str) -> None:
    found = Ovulation(on(latest), OvulationSign.TEMPERATURE, on(earliest), on(latest))
    assert f"Ovulation {words} (temperature)." == likely_words(found, on(today))


def test_words_name_what_the_other_signs_point_to() -> None:
    plain = Ovulation(on("2026-05-13"), OvulationSign.LH_TEST, on("2026-05-12"), on("2026-05-14"))
    found = Ovulation(
        plain.date,
        plain.sign,
        plain.earliest,
        plain.latest,
        (
            (OvulationSign.TEMPERATURE, on("2026-05-14")),
            (OvulationSign.MUCUS, on("2026-05-12")),
        ),
    )
    words = "The other signs point to: temperature 14 May and mucus 12 May."
    assert words == also_words(found, on("2026-06-01"))
    assert also_words(plain, on("2026-06-01")) == ""


def test_every_sign_explains_itself_and_says_what_it_is_not_for() -> None:
    assert set(OvulationSign) == set(HOW_KNOWN)
    for sign in OvulationSign:
        day = on("2026-05-13")
        assert [HOW_KNOWN[sign], NOT_FOR_CONTRACEPTION] == how_known_words(
            Ovulation(day, sign, day, day)
        )
    assert "not for contraception" in NOT_FOR_CONTRACEPTION
