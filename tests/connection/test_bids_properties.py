from hypothesis import given
from hypothesis import strategies as st

from journal.connection.bids import BidSummary, bids, share
from journal.domain.moments import Author, BidResponse, Initiator, WithWhom
from journal.domain.tallies import MomentTally
from tests.strategies import CODES, DATES

TALLIES = st.lists(
    st.builds(
        MomentTally,
        date=DATES,
        kind=CODES,
        count=st.integers(1, 9),
        initiator=st.none() | st.sampled_from(Initiator),
        response=st.none() | st.sampled_from(BidResponse),
        phone_in_way=st.none() | st.booleans(),
        author=st.sampled_from(Author),
        with_whom=st.none() | st.sampled_from(WithWhom),
    ),
    max_size=30,
)
COUNTS = st.integers(1, 5_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(COUNTS)
def test_an_interval_holds_its_rate_and_lies_within_nothing_and_all(
    counts: tuple[int, int],
) -> None:
    found = share(*counts)
    assert found.rate is not None
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.rate <= found.high <= 1
    assert found.low < found.high


@given(COUNTS)
def test_the_interval_of_the_rest_is_its_mirror(counts: tuple[int, int]) -> None:
    part, of = counts
    found, rest = share(part, of), share(of - part, of)
    assert found.low is not None
    assert rest.high is not None
    assert abs(found.low - (1 - rest.high)) < 1e-12


@given(st.integers(0, 40), st.integers(1, 40), st.integers(2, 9))
def test_more_of_the_same_makes_an_interval_narrower(part: int, more: int, times: int) -> None:
    few, many = share(part, part + more), share(part * times, (part + more) * times)
    assert None not in (few.low, few.high, many.low, many.high)
    assert (many.high or 0) - (many.low or 0) < (few.high or 0) - (few.low or 0)


@given(TALLIES)
def test_every_moment_is_counted_once(tallies: list[MomentTally]) -> None:
    found = bids(tallies)
    counted = found.own.moments + found.partner.moments + found.elsewhere
    assert sum(tally.count for tally in tallies) == counted
    for counts in (found.own, found.partner):
        starts = counts.starts
        assert starts.own.of == starts.own.part + starts.partner.part + starts.both.part
        assert counts.moments == starts.own.of + starts.unrecorded
        assert starts.own.part == _all(counts.made)
        assert starts.partner.part == _all(counts.received)


@given(TALLIES, st.randoms(use_true_random=False))
def test_the_order_of_moments_is_indifferent(tallies: list[MomentTally], random: object) -> None:
    mixed = list(tallies)
    random.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis hands a random.Random
    assert bids(tallies) == bids(mixed)


def _all(summary: BidSummary) -> int:
    assert summary.toward.of == summary.toward.part + summary.away + summary.against
    return summary.toward.of + summary.unrecorded
