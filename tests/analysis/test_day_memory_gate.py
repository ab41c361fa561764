import numpy as np
import pytest

from journal.analysis.day_memory import RatedDays
from journal.analysis.day_memory_gate import (
    Lack,
    LackKind,
    cycle_lacks,
    exposure_lacks,
    rating_lacks,
)
from journal.analysis.day_memory_words import LACK_NOUNS, lacks_words, points_words

FIRST = 739_000


def rated(ratings: list[int], step: int = 1) -> RatedDays:
    days = FIRST + step * np.arange(len(ratings))
    return RatedDays(days, np.array(ratings, dtype=np.float64))


def test_a_record_of_forty_days_over_forty_five_is_enough() -> None:
    days = np.concatenate([FIRST + np.arange(39), [FIRST + 44]])
    assert rating_lacks(RatedDays(days, np.arange(40.0) % 5)) == ()
    short = RatedDays(days[:-1], np.arange(39.0) % 5)
    assert rating_lacks(short) == (
        Lack(LackKind.RATED_DAYS, 1),
        Lack(LackKind.DAYS_SPANNED, 6),
    )


def test_an_empty_record_lacks_everything() -> None:
    assert rating_lacks(rated([])) == (
        Lack(LackKind.RATED_DAYS, 40),
        Lack(LackKind.DAYS_SPANNED, 45),
    )


@pytest.mark.parametrize(("other", "missing"), [(9, 0), (8, 1), (0, 9)])
def test_one_value_on_more_than_85_of_100_days_is_too_much_of_it(other: int, missing: int) -> None:
    ratings = [7] * 51 + [3] * other
    lacks = rating_lacks(rated(ratings))
    assert sum(lack.missing for lack in lacks) == missing
    assert all(lack.kind is LackKind.OTHER_RATINGS for lack in lacks)
    assert rating_lacks(rated(ratings + [4] * missing)) == ()


def test_an_exposure_is_logged_on_half_of_the_rated_days_and_differs_on_eight() -> None:
    enough = np.array([1.0] * 12 + [2.0] * 4 + [0.0] * 4 + [np.nan] * 20)
    assert exposure_lacks(enough) == ()
    assert exposure_lacks(enough[1:]) == (Lack(LackKind.LOGGED_DAYS, 1),)
    assert exposure_lacks(np.append(enough[1:], 1.0)) == ()
    assert exposure_lacks(enough[:14]) == (Lack(LackKind.UNUSUAL_DAYS, 6),)
    assert exposure_lacks(np.full(3, np.nan)) == (
        Lack(LackKind.LOGGED_DAYS, 3),
        Lack(LackKind.UNUSUAL_DAYS, 8),
    )


def test_cycles_are_asked_about_from_two_with_most_days_placed() -> None:
    enough = {"cycles": 2, "rated": 50, "phase_known": 31, "window_cycles": 2, "window_days": 5}
    assert cycle_lacks(**enough) == ()
    assert cycle_lacks(**enough | {"phase_known": 30}) == (Lack(LackKind.PHASE_KNOWN, 1),)
    assert cycle_lacks(**enough | {"rated": 52, "phase_known": 30}) == (
        Lack(LackKind.PHASE_KNOWN, 4),
    )
    assert cycle_lacks(**enough | {"rated": 56, "phase_known": 34}) == ()
    assert [lack.kind for lack in cycle_lacks(**dict.fromkeys(enough, 0))] == [
        LackKind.CYCLES,
        LackKind.PHASE_KNOWN,
        LackKind.WINDOW_CYCLES,
        LackKind.WINDOW_DAYS,
    ]


def test_what_is_missing_is_said_with_its_number() -> None:
    assert lacks_words([Lack(LackKind.CYCLES, 1)]) == "1 more complete cycle is needed."
    both = [Lack(LackKind.RATED_DAYS, 12), Lack(LackKind.CYCLES, 1)]
    assert lacks_words(both) == "12 more rated days and 1 more complete cycle are needed."
    assert set(LACK_NOUNS) == set(LackKind)
    assert points_words(1.249) == "1.2"
