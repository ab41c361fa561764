import csv
from datetime import timedelta
from pathlib import Path

import pytest

from journal.cycle.onsets import bleeds, intermenstrual_bleeds, menses_onsets
from tests.builders import FIRST_DAY, bleeding_strip

REFERENCE = Path(__file__).parents[2] / "data" / "reference" / "cycles.csv"


def _cases() -> list[dict[str, str]]:
    with REFERENCE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _dates(places: str) -> list[object]:
    return [FIRST_DAY + timedelta(days=int(place) - 1) for place in places.split()]


def test_every_reference_case_names_its_source() -> None:
    assert len(_cases()) > 20
    assert all(case["source"].strip() for case in _cases())


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["case"])
def test_onsets_are_where_the_reference_puts_them(case: dict[str, str]) -> None:
    assert _dates(case["onsets"]) == menses_onsets(bleeding_strip(case["bleeding"]))


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["case"])
def test_bleeding_between_menses_is_kept_to_be_asked_about(case: dict[str, str]) -> None:
    found = intermenstrual_bleeds(bleeding_strip(case["bleeding"]))
    assert _dates(case["intermenstrual"]) == [bleed.start for bleed in found]


def test_a_bleed_lasts_until_its_last_day_of_flow() -> None:
    (bleed,) = bleeds(bleeding_strip("sml.mss"))
    assert FIRST_DAY + timedelta(days=1) == bleed.start
    assert FIRST_DAY + timedelta(days=4) == bleed.last


def test_the_order_of_entry_does_not_matter() -> None:
    days = bleeding_strip("mm....................mmm")
    assert menses_onsets(days) == menses_onsets(days[::-1])
