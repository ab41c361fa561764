from hypothesis import given, settings
from hypothesis import strategies as st

from journal.cycle.length_model import predict_length, prior_for_age

LENGTHS = st.lists(st.integers(1, 300), max_size=40)
AGES = st.none() | st.integers(10, 70)
ELAPSED = st.integers(0, 400)


@given(LENGTHS, AGES, ELAPSED)
@settings(max_examples=150)
def test_the_median_lies_in_the_span_and_nothing_before_what_is_possible(
    past: list[int], age: int | None, elapsed: int
) -> None:
    found = predict_length(past, prior=prior_for_age(age), at_least_days=elapsed)
    low, high = found.interval()
    assert max(elapsed, 1) <= low <= found.median <= high
    shortest = found.days.shortest_interval()
    assert max(elapsed, 1) <= shortest[0] <= found.median <= shortest[1]


@given(LENGTHS, ELAPSED)
@settings(max_examples=100)
def test_the_probabilities_of_all_days_are_one(past: list[int], elapsed: int) -> None:
    found = predict_length(past, at_least_days=elapsed)
    assert abs(sum(found.days.probabilities) - 1) < 1e-9
    assert min(found.days.probabilities) >= 0


@given(LENGTHS, st.integers(0, 90), st.integers(1, 20))
@settings(max_examples=100)
def test_more_days_never_move_the_forecast_earlier(past: list[int], days: int, more: int) -> None:
    before, after = (predict_length(past, at_least_days=day) for day in (days, days + more))
    assert before.median <= after.median
    assert before.interval()[0] <= after.interval()[0]
    assert before.interval()[1] <= after.interval()[1]


@given(st.lists(st.integers(10, 120), max_size=12))
@settings(max_examples=150)
def test_an_older_age_never_narrows_the_span(past: list[int]) -> None:
    widths = []
    for age in (40, 46, 52):
        low, high = predict_length(past, prior=prior_for_age(age)).interval()
        widths.append(high - low)
    assert sorted(widths) == widths


@given(st.lists(st.integers(15, 60), min_size=1, max_size=10))
@settings(max_examples=50)
def test_quantiles_rise(past: list[int]) -> None:
    found = predict_length(past)
    quantiles = [found.quantile(share) for share in (0.02, 0.1, 0.4, 0.5, 0.9, 0.98)]
    assert sorted(quantiles) == quantiles
