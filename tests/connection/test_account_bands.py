from datetime import date, timedelta

import pytest

from journal.connection.account_bands import (
    Band,
    BandKind,
    apart_bands,
    noted_bands,
    stress_bands,
)
from journal.connection.spells import Spell
from journal.domain.contexts import Context, ContextKind
from journal.domain.ranges import DateRange
from tests.builders import FIRST_DAY

UNTIL = FIRST_DAY + timedelta(days=29)


def _date(place: int) -> date:
    return FIRST_DAY + timedelta(days=place - 1)


def _places(bands: list[Band]) -> list[tuple[int, int]]:
    ranges = [(band.range_.start, band.range_.last) for band in bands]
    return [((one - FIRST_DAY).days + 1, (last - FIRST_DAY).days + 1) for one, last in ranges]


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        ("", []),
        ("8", []),
        ("88", [(1, 2)]),
        ("77", [(1, 2)]),
        ("66", []),
        ("8.8", [(1, 3)]),
        ("818", [(1, 3)]),
        ("8..8", []),
        ("8.8.8....9", [(1, 5)]),
        ("99....99", [(1, 2), (7, 8)]),
    ],
)
def test_high_stress_on_two_days_of_three_is_a_stretch(
    ratings: str, expected: list[tuple[int, int]]
) -> None:
    rated = [(_date(place), int(one)) for place, one in enumerate(ratings, 1) if one != "."]
    assert expected == _places(stress_bands(rated, UNTIL))
    assert expected == _places(stress_bands(reversed(rated), UNTIL))


def test_a_stretch_that_reaches_the_last_day_goes_on() -> None:
    rated = [(_date(3), 8), (_date(4), 8), (_date(5), 8)]
    assert [band.goes_on for band in stress_bands(rated, _date(4))] == [True]
    assert [band.goes_on for band in stress_bands(rated, _date(6))] == [False]


def test_an_event_keeps_the_words_she_gave_it() -> None:
    event = Context(ContextKind.EVENT, _date(2), _date(5), name="New job")
    assert [Band(BandKind.NOTED, "New job", DateRange(_date(2), _date(5)))] == noted_bands(
        [event], UNTIL
    )


def test_what_is_not_known_to_be_over_goes_on() -> None:
    later = UNTIL + timedelta(days=9)
    found = noted_bands(
        [
            Context(ContextKind.CHEMOTHERAPY, _date(8)),
            Context(ContextKind.EVENT, _date(2), later, name="A visit"),
            Context(ContextKind.PREGNANCY, _date(3), UNTIL + timedelta(days=1)),
        ],
        UNTIL,
    )
    assert [band.name for band in found] == [
        "A visit",
        "Pregnancy",
        "Chemotherapy or similar treatment",
    ]
    assert [band.goes_on for band in found] == [True, False, True]
    assert {UNTIL} == {band.range_.last for band in found}


@pytest.mark.parametrize(
    "kind",
    [
        ContextKind.TIME_APART,
        ContextKind.NOT_RECORDED,
        ContextKind.HORMONAL_CONTRACEPTION,
        ContextKind.HORMONE_THERAPY,
        ContextKind.PCOS,
        ContextKind.HYPOTHALAMIC_AMENORRHOEA,
    ],
)
def test_what_only_says_how_bleeding_is_to_be_read_is_no_band(kind: ContextKind) -> None:
    assert noted_bands([Context(kind, _date(2))], UNTIL) == []


def test_what_begins_later_is_no_band() -> None:
    later = Context(ContextKind.EVENT, UNTIL + timedelta(days=1), name="A move")
    assert noted_bands([later], UNTIL) == []


def test_spells_apart_become_bands() -> None:
    range_ = DateRange(_date(2), _date(5))
    assert [Band(BandKind.APART, "Time apart", range_, goes_on=True)] == apart_bands(
        [Spell(range_, still_on=True)]
    )
