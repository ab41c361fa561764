from hypothesis import assume, given
from hypothesis import strategies as st

from journal.domain.csv_mapping import ColumnUse, Holds

NUMBERS = st.floats(-1e6, 1e6) | st.integers(-100, 100)


@given(zero=NUMBERS, ten=NUMBERS, numbers=st.tuples(NUMBERS, NUMBERS))
def test_a_scale_is_monotone_and_stays_within_0_and_10(
    zero: float, ten: float, numbers: tuple[float, float]
) -> None:
    assume(zero != ten)
    use = ColumnUse(Holds.RATING, "mood", zero, ten)
    low, high = use.rating(min(numbers)), use.rating(max(numbers))
    assert {low, high} <= {None, *range(11)}
    if low is not None and high is not None:
        assert (high - low) * (ten - zero) >= 0


@given(zero=NUMBERS, ten=NUMBERS, share=st.floats(0, 1))
def test_a_scale_takes_its_ends_and_what_lies_between(
    zero: float, ten: float, share: float
) -> None:
    assume(zero != ten)
    use = ColumnUse(Holds.RATING, "mood", zero, ten)
    low, high = sorted((zero, ten))
    between = min(high, max(low, low + share * (high - low)))
    assert (use.rating(zero), use.rating(ten)) == (0, 10)
    assert use.rating(between) is not None
