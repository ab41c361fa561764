"""One date's record: what was not recorded is None, and 0 is a rating."""

import pytest
from hypothesis import given

from journal.domain.days import (
    FLOW,
    PLAIN_FIELDS,
    RATING_FIELDS,
    Bleeding,
    Day,
    Sensation,
    SignStrength,
    sensation_field,
    sensation_of,
)
from tests.builders import day, on
from tests.strategies import SENSATIONS

WARM_HEART = Sensation("heart", "warmth")


def test_a_new_day_has_nothing_recorded() -> None:
    empty = Day(on("2026-03-05"))
    assert empty.recorded == {}
    assert [empty.value(name) for name in PLAIN_FIELDS] == [None] * len(PLAIN_FIELDS)


def test_a_rating_of_0_is_recorded() -> None:
    assert day("2026-03-05", mood=0).recorded == {"mood": 0}


def test_every_rating_is_a_field_of_the_day() -> None:
    assert set(RATING_FIELDS) <= set(PLAIN_FIELDS)


def test_a_sign_is_read_by_its_code() -> None:
    record = day("2026-03-05", signs={"headache": SignStrength.ABSENT})
    assert record.value("sign:headache") is SignStrength.ABSENT
    assert record.value("sign:nausea") is None
    assert record.recorded == {"sign:headache": SignStrength.ABSENT}


def test_a_sensation_is_read_by_place_and_quality() -> None:
    record = day("2026-03-05", sensations=frozenset({WARM_HEART}))
    assert record.value("sensation:heart:warmth") is True
    assert record.value("sensation:heart:tightness") is None
    assert record.recorded == {"sensation:heart:warmth": True}


def test_a_field_nobody_knows_is_an_error() -> None:
    with pytest.raises(AttributeError):
        day("2026-03-05").value("libido")


@given(SENSATIONS)
def test_a_sensation_comes_back_from_its_field_name(sensation: Sensation) -> None:
    assert sensation_of(sensation_field(sensation)) == sensation


def test_spotting_is_no_flow_and_a_bleed_of_unknown_amount_is() -> None:
    assert set(Bleeding) - FLOW == {Bleeding.NONE, Bleeding.SPOTTING}
