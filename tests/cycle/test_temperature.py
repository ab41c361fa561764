import pytest

from journal.cycle.temperature import ShiftRule, TemperatureShift, temperature_shift
from tests.support.symptothermal import ReferenceCycle, body_signs, place, reference_cycles

SIX_LOW = "36.40 36.35 36.45 36.40 36.35 36.40"


def test_there_are_two_hundred_reference_cycles() -> None:
    cases = reference_cycles()
    assert len(cases) == 200
    assert {"", "0", "1", "2"} == {case.row["rule"] for case in cases}


@pytest.mark.parametrize("case", reference_cycles(), ids=lambda case: case.row["case"])
def test_the_rise_is_the_one_of_the_reference(case: ReferenceCycle) -> None:
    row = case.row
    expected = (
        TemperatureShift(
            ShiftRule(int(row["rule"])),
            float(row["low_temperature_line"]),
            first_high=place(row["first_high"]),  # type: ignore[arg-type]  # a rise has its days
            complete_on=place(row["temperature_complete"]),  # type: ignore[arg-type]  # as above
        )
        if row["rule"]
        else None
    )
    assert expected == temperature_shift(case.days)


@pytest.mark.parametrize(
    ("reading", "line"),
    [
        ("36.42", 36.40),
        ("36.425", 36.45),
        ("36.42499999999999", 36.45),
        ("36.43", 36.45),
        ("36.475", 36.50),
        ("36.525", 36.55),
        ("36.575", 36.60),
    ],
)
def test_readings_are_rounded_to_the_nearest_twentieth_a_half_upwards(
    reading: str, line: float
) -> None:
    shift = temperature_shift(body_signs(f"{reading} " * 6 + "37.00 37.00 37.00"))
    assert shift is not None
    assert line == shift.low_temperature_line


def test_a_disturbed_reading_is_stepped_over() -> None:
    shift = temperature_shift(body_signs(f"{SIX_LOW} 38.20! 36.60 36.60 36.65"))
    assert shift is not None
    assert place(8) == shift.first_high


def test_six_readings_must_come_before_the_first_high_one() -> None:
    assert temperature_shift(body_signs("36.40 36.35 36.45 36.40 36.35 36.60 36.65 36.70")) is None


def test_a_rise_is_unknown_until_its_third_reading() -> None:
    days = body_signs(f"{SIX_LOW} 36.60 36.65 36.70")
    assert temperature_shift(days[:-1]) is None
    assert temperature_shift(days) is not None


def test_nothing_recorded_shows_no_rise() -> None:
    assert temperature_shift([]) is None
