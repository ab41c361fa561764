import numpy as np
import pytest
from scipy import stats

from journal.analysis.day_memory import RatedDays
from journal.analysis.day_memory_columns import base_columns
from journal.analysis.day_memory_grid import Floats
from journal.analysis.day_memory_share import VariationShare, _no_more, variation_share

FIRST = 739_000


def made(seed: int, size: float, count: int = 300) -> tuple[RatedDays, Floats, float]:
    """A rating, three columns of which one brings something, and the true share of that."""
    random = np.random.default_rng(seed)
    at = np.flatnonzero(random.random(count) < 0.7)
    columns = random.normal(size=(len(at), 3))
    brought = size * columns[:, 0]
    ratings = 6 + brought + 1.5 * random.normal(size=len(at))
    return RatedDays(FIRST + at, ratings), columns, float(np.var(brought) / np.var(ratings))


def share_of(rated: RatedDays, columns: Floats) -> VariationShare:
    found = variation_share(rated, base_columns(rated.days), columns)
    assert found is not None
    return found


@pytest.mark.parametrize("size", [0.0, 0.6, 1.5])
def test_most_intervals_hold_the_true_share(size: float) -> None:
    held = 0
    for seed in range(40):
        rated, columns, true = made(seed, size)
        low, high = share_of(rated, columns).interval()
        held += low <= true <= high
    assert held >= 36


def test_shares_are_on_average_the_true_one() -> None:
    told = []
    for seed in range(40):
        rated, columns, true = made(seed, 0.8)
        told.append(share_of(rated, columns).share - true)
    assert np.mean(told) == pytest.approx(0, abs=0.02)


def test_columns_that_bring_nothing_mostly_have_next_to_no_share() -> None:
    shares = [share_of(*made(seed, 0.0)[:2]).share for seed in range(20)]
    assert np.median(shares) < 0.01


def test_an_interval_holds_the_share_and_narrows_with_its_level() -> None:
    found = share_of(*made(1, 0.8)[:2])
    wide, narrow = found.interval(0.95), found.interval(0.5)
    assert 0 <= wide[0] <= narrow[0] <= found.share <= narrow[1] <= wide[1] <= 1


def test_a_larger_true_share_makes_what_was_found_less_likely_to_be_so_small() -> None:
    found = share_of(*made(2, 0.8)[:2])
    steps = [found.below(share) for share in np.linspace(0, 0.9, 30)]
    assert steps == sorted(steps, reverse=True)


def test_a_share_is_the_same_in_other_units_and_with_a_column_twice() -> None:
    rated, columns, _ = made(3, 0.8)
    expected = share_of(rated, columns).interval()
    scaled = RatedDays(rated.days, 100 + 7 * rated.ratings)
    twice = np.column_stack([columns, columns @ [1, 2, 3], np.zeros(rated.count)])
    for of, by in ((scaled, columns), (rated, 1 + columns * [3, 5, 0.1]), (rated, twice)):
        assert expected == pytest.approx(share_of(of, by).interval(), abs=1e-6)


def test_nothing_is_said_where_nothing_can_be() -> None:
    rated, columns, _ = made(4, 0.8)
    base = base_columns(rated.days)
    constant = RatedDays(rated.days, np.full(rated.count, 7.0))
    assert variation_share(constant, base, columns) is None
    assert variation_share(rated, base, base[:, 1:3]) is None
    assert variation_share(rated, base, columns[:, :0]) is None
    few = RatedDays(rated.days[:8], rated.ratings[:8])
    assert variation_share(few, base[:8], columns[:8]) is None


def test_a_single_direction_is_a_noncentral_f() -> None:
    found, parts, strengths = np.array([6.0]), np.array([[2.0]]), np.array([[1.5]])
    expected = stats.ncf.cdf(3.0, 1, 50, 1.5)
    assert expected == pytest.approx(_no_more(found, parts, strengths, 50)[0], abs=1e-3)


def test_the_tail_of_a_weighed_sum_is_close_to_that_of_drawn_sums() -> None:
    random = np.random.default_rng(1)
    parts, strengths = np.array([3.0, 1.0, 0.4, 0.1]), np.array([2.0, 0.5, 4.0, 0.0])
    drawn = (parts * (random.normal(size=(200_000, 4)) + np.sqrt(strengths)) ** 2).sum(axis=1)
    # The upper tail decides whether a share is more than nothing; it is the closer one.
    for share, within in ((0.025, 0.02), (0.25, 0.01), (0.5, 0.01), (0.9, 0.003), (0.975, 0.003)):
        at = np.quantile(drawn, share)
        told = _no_more(np.array([at]), parts[None], strengths[None], 100_000)[0]
        assert share == pytest.approx(told, abs=within)


def test_a_rating_that_the_columns_tell_wholly_has_no_share() -> None:
    rated, columns, _ = made(4, 0.8)
    told = RatedDays(rated.days, 3 + 2 * columns[:, 0])
    assert variation_share(told, base_columns(told.days), columns) is None
