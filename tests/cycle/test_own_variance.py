import numpy as np
import pytest
from scipy.stats import norm, t

from journal.cycle.own_variance import OwnVariancePrior, log_upper_tail, next_value

PRIOR = OwnVariancePrior(10.0, 2.0, 4.0, 1.0, 0.25, 8.0)


def test_the_tail_of_a_normal_value_is_exact_however_far_out() -> None:
    z = np.array([-30.0, -8.0, -1.0, 0.0, 0.5, 3.0, 12.0, 37.0])
    assert norm.logsf(z) == pytest.approx(log_upper_tail(z), rel=1e-6, abs=1e-6)


def test_without_values_of_hers_other_women_decide() -> None:
    nothing = next_value((), PRIOR)
    assert PRIOR.mean == pytest.approx(nothing.mean)
    assert np.log(0.5) == pytest.approx(nothing.log_above(np.array([10.0]))[0], abs=1e-6)


def test_her_values_move_the_mean_towards_her_own() -> None:
    means = [next_value([14.0] * count, PRIOR).mean for count in (0, 1, 2, 6, 30)]
    assert sorted(means) == means
    assert 13.9 < means[-1] < 14.0


def test_a_woman_whose_values_agree_is_known_more_closely_than_one_whose_do_not() -> None:
    edge = np.array([13.0])
    regular, irregular = (
        next_value(past, PRIOR).log_above(edge)[0] for past in ([10.0] * 6, [6.0, 14.0] * 3)
    )
    assert regular < irregular


def test_the_order_of_her_values_does_not_matter() -> None:
    there, back = (next_value(past, PRIOR) for past in ([9.0, 11.0, 14.0], [14.0, 11.0, 9.0]))
    assert there.means == pytest.approx(back.means)
    assert there.log_weights == pytest.approx(back.log_weights)


def test_a_sum_over_the_grid_of_variances_agrees_with_the_integral() -> None:
    """Student's t is what a known mean and an inverse chi-squared variance come to."""
    known_mean = OwnVariancePrior(0.0, 1e-6, 5.0, 1.0, 0.05, 50.0)
    above = np.exp(next_value((), known_mean).log_above(np.array([1.0, 2.0, 4.0])))
    assert list(t.sf([1.0, 2.0, 4.0], 5)) == pytest.approx(above, rel=2e-3)
