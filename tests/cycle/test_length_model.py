from math import sqrt
from time import perf_counter

import pytest

from journal.cycle.length_model import (
    MOST_CYCLES,
    SHIPPED,
    predict_length,
    prior_for_age,
)
from journal.cycle.own_variance import OwnVariancePrior

# Fitted to 72 of the women alone, by another program, together with its answers.
OF_72_WOMEN = OwnVariancePrior(
    mean=3.373600318844367,
    between_sd=0.08416470174679465,
    degrees_of_freedom=2.94213384507114,
    within_sd=0.06754484860059519,
    least_sd=sqrt(0.00029726516052318666),
    most_sd=sqrt(0.1070154577883472),
)


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        ((27, 31, 29, 30), (26.4, 29.2, 32.3)),
        ((24, 38, 27, 45, 33), (23.6, 30.9, 40.2)),
        ((35,), (27.5, 32.4, 36.8)),
        ((), (25.0, 29.3, 34.3)),
    ],
    ids=str,
)
def test_the_worked_examples_hold(past: tuple[int, ...], expected: tuple[float, ...]) -> None:
    found = predict_length(past)
    assert expected == tuple(round(found.quantile(share), 1) for share in (0.1, 0.5, 0.9))


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        ((27, 31, 29, 30), (26.465368959083694, 29.208143355381473, 32.233146618358084)),
        ((24, 38, 27, 45, 33), (23.270888816410437, 30.79640016114591, 40.37162135194315)),
        ((35,), (27.198571753320408, 32.25694272287539, 36.72079048433626)),
    ],
    ids=str,
)
def test_another_program_with_other_numbers_gives_the_same(
    past: tuple[int, ...], expected: tuple[float, ...]
) -> None:
    found = predict_length(past, prior=OF_72_WOMEN)
    shares = (0.1, 0.5, 0.9)
    assert expected == pytest.approx([found.quantile(share) for share in shares], abs=2e-3)


def test_other_women_alone_give_the_quantiles_of_the_other_program() -> None:
    found = predict_length((), prior=OF_72_WOMEN)
    expected = {0.05: 23.7, 0.1: 24.9, 0.25: 26.9, 0.5: 29.2, 0.75: 31.6, 0.9: 34.2, 0.95: 36.0}
    assert expected == {share: round(found.quantile(share), 1) for share in expected}


def test_days_that_have_passed_are_dropped_and_the_rest_shared_anew() -> None:
    fresh, late = predict_length((28, 29)), predict_length((28, 29), at_least_days=31)
    left = sum(fresh.probability(days) for days in range(31, 200))
    assert late.probability(30) == 0
    assert fresh.probability(33) / left == pytest.approx(late.probability(33), rel=1e-4)
    assert late.quantile(0.01) > 30.5


def test_the_median_in_whole_days_is_the_rounded_quantile() -> None:
    found = predict_length((27, 31, 29, 30))
    assert round(found.quantile(0.5)) == found.median == 29


def test_only_the_newest_cycles_count() -> None:
    newest = [28, 30] * (MOST_CYCLES // 2)
    with_old, without = predict_length([60, 20, *newest]), predict_length(newest)
    assert without.days == with_old.days
    assert with_old.past == MOST_CYCLES == 36


@pytest.mark.parametrize(
    ("age", "within", "between"),
    [
        (None, 1.0, 1.3),
        (30, 1.0, 1.3),
        (44, 1.0, 1.3),
        (45, 1.45, sqrt(1.45) * 1.3),
        (49, 1.45, sqrt(1.45) * 1.3),
        (50, 3.0, sqrt(3.0) * 1.3),
        (61, 3.0, sqrt(3.0) * 1.3),
        (19, 1.46, sqrt(1.46) * 1.3),
        (20, 1.0, 1.3),
        (-3, 1.0, 1.3),
    ],
)
def test_the_prior_is_wider_where_cycles_vary_more_by_age(
    age: int | None, within: float, between: float
) -> None:
    prior = prior_for_age(age)
    assert within == pytest.approx(prior.within_sd / SHIPPED.within_sd)
    assert between == pytest.approx(prior.between_sd / SHIPPED.between_sd)


def test_a_forecast_from_three_years_of_cycles_costs_well_under_two_milliseconds() -> None:
    past = [27, 31, 29, 30] * 9
    predict_length(past)
    took = []
    for _ in range(30):
        start = perf_counter()
        found = predict_length(past)
        assert (found.median, found.interval()) == (29, (28, 31))
        took.append(perf_counter() - start)
    assert min(took) < 0.002
