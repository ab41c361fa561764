import csv
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from journal.cycle.onsets import Bleed, bleeds, menses_onsets
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from tests.builders import FIRST_DAY, bleeding_strip

REFERENCE = Path(__file__).parents[2] / "data" / "reference" / "cycles.csv"


def _cases() -> list[dict[str, str]]:
    with REFERENCE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _date(place: int) -> date:
    return FIRST_DAY + timedelta(days=place - 1)


def _dates(places: str) -> list[date]:
    return [_date(int(place)) for place in places.split()]


def _answer(place: int, reply: CycleReply) -> CycleAnswer:
    return CycleAnswer(_date(place), CycleQuestion.EARLY_BLEED, reply)


def _answers(case: dict[str, str]) -> list[CycleAnswer]:
    said = [answer.split(":") for answer in case["answers"].split()]
    return [_answer(int(place), CycleReply(reply)) for place, reply in said]


def _bleed(first: int, last: int, flow_days: int, *, starts_cycle: bool = True) -> Bleed:
    return Bleed(_date(first), _date(last), starts_cycle, flow_days)


def test_every_reference_case_names_its_source() -> None:
    assert len(_cases()) > 30
    assert all(case["source"].strip() for case in _cases())


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["case"])
def test_onsets_are_where_the_reference_puts_them(case: dict[str, str]) -> None:
    onsets = menses_onsets(bleeding_strip(case["bleeding"]), _answers(case))
    assert _dates(case["onsets"]) == onsets


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["case"])
def test_bleeding_between_menses_is_kept_to_be_asked_about(case: dict[str, str]) -> None:
    found = bleeds(bleeding_strip(case["bleeding"]), _answers(case))
    between = [bleed.start for bleed in found if not bleed.starts_cycle]
    assert _dates(case["intermenstrual"]) == between


def test_a_bleed_lasts_until_its_last_day_of_flow() -> None:
    assert [_bleed(2, 5, 3)] == bleeds(bleeding_strip("sml.mss"))


def test_the_order_of_entry_does_not_matter() -> None:
    days = bleeding_strip("mm....................mmm")
    assert menses_onsets(days) == menses_onsets(days[::-1])


def test_a_day_entered_twice_is_one_day_of_flow() -> None:
    days = bleeding_strip("mmm")
    assert [_bleed(1, 3, 3)] == bleeds([*days, *days])


@pytest.mark.parametrize(
    ("strip", "answers", "expected"),
    [
        ("mmm....mm", [(8, CycleReply.SAME_PERIOD)], [_bleed(1, 9, 5)]),
        ("mmm..m..mm", [(9, CycleReply.SAME_PERIOD)], [_bleed(1, 10, 6)]),
        (
            "mmm..m..mm",
            [(6, CycleReply.SAME_PERIOD), (9, CycleReply.SAME_PERIOD)],
            [_bleed(1, 10, 6)],
        ),
        (
            "mmm..m..mm",
            [(6, CycleReply.SAME_PERIOD)],
            [_bleed(1, 6, 4), _bleed(9, 10, 2, starts_cycle=False)],
        ),
        (
            "mmm..m..mm",
            [(6, CycleReply.NEW_PERIOD), (9, CycleReply.SAME_PERIOD)],
            [_bleed(1, 3, 3), _bleed(6, 10, 3)],
        ),
    ],
    ids=str,
)
def test_the_same_period_grows_by_what_joins_it(
    strip: str, answers: Sequence[tuple[int, CycleReply]], expected: list[Bleed]
) -> None:
    assert expected == bleeds(bleeding_strip(strip), [_answer(*said) for said in answers])


def test_an_answer_about_a_missed_period_says_nothing_of_an_early_bleed() -> None:
    said = CycleAnswer(_date(11), CycleQuestion.MISSED_PERIOD, CycleReply.NOT_SURE)
    days = bleeding_strip("mmm.......mm")
    assert bleeds(days) == bleeds(days, [said])


def test_a_year_of_daily_bleeding_is_one_bleed() -> None:
    assert [_bleed(1, 365, 365)] == bleeds(bleeding_strip("m" * 365))


def test_a_bleed_may_run_over_the_leap_day() -> None:
    (bleed,) = bleeds(bleeding_strip("mmmm", first=date(2024, 2, 27)))
    assert Bleed(date(2024, 2, 27), date(2024, 3, 1), starts_cycle=True, flow_days=4) == bleed
