import pytest

from journal.analysis.review.moments import Pair, ReviewMoments, review_moments
from journal.domain.days import Day, Sensation
from journal.domain.moments import Author, BidResponse, Initiator, Moment
from journal.domain.ranges import DateRange
from tests.builders import on
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-11-22")
NOW = DateRange(on("2026-11-09"), on("2026-11-23"))
BEFORE = DateRange(on("2026-10-26"), on("2026-11-09"))
TOWARD, AWAY, _ = BidResponse
SELF, PARTNER, _BOTH = Initiator


def made(*moments: Moment, days: tuple[Day, ...] = ()) -> ReviewMoments:
    return review_moments(InMemoryJournal(days, moments), NOW, BEFORE, TODAY)


def test_moments_of_both_spans_are_counted_and_those_of_other_days_are_not() -> None:
    found = made(
        Moment(on("2026-11-09"), "long_hug", "a"),
        Moment(on("2026-11-09"), "long_hug", "b"),
        Moment(on("2026-11-22"), "thanks", "c"),
        Moment(on("2026-11-08"), "thanks", "d"),
        Moment(on("2026-10-25"), "thanks", "e"),
        Moment(on("2026-11-23"), "thanks", "f"),
    )
    assert (found.now.moments, found.now.days) == (3, 2)
    assert (found.before.moments, found.before.days) == (1, 1)
    assert (Pair("Touch", 2, 0), Pair("Words", 1, 1)) == found.groups


def test_what_a_partner_noted_is_never_added_to_what_she_noted() -> None:
    found = made(
        Moment(on("2026-11-10"), "thanks", "a"),
        Moment(on("2026-11-10"), "thanks", "b", author=Author.PARTNER),
    )
    assert (found.now.moments, found.now.from_partner) == (1, 1)
    assert (Pair("Words", 1, 0),) == found.groups


def test_bids_have_a_share_from_five_answers_on_and_counts_always() -> None:
    met = [
        Moment(on("2026-11-10"), "smile", f"a{place}", initiator=SELF, response=TOWARD)
        for place in range(4)
    ]
    missed = Moment(on("2026-11-11"), "smile", "b", initiator=SELF, response=AWAY)
    earlier = Moment(on("2026-11-01"), "smile", "c", initiator=PARTNER, response=TOWARD)
    found = made(*met, missed, earlier)
    assert (found.now.made.part, found.now.made.of, found.now.made.rate) == (4, 5, 0.8)
    assert (
        found.before.received.part,
        found.before.received.of,
        found.before.received.rate,
    ) == (1, 1, None)
    assert 5 == found.now.starts.own.of == found.now.starts.own.part


def test_the_balance_is_that_of_the_last_day_of_each_span() -> None:
    found = made(Moment(on("2026-11-08"), "thanks", "a"), Moment(on("2026-11-22"), "thanks", "b"))
    assert found.before.balance == 1
    assert found.now.balance == pytest.approx(1 + 0.5 ** (14 / 3))


def test_a_sensation_is_counted_by_days() -> None:
    warm = frozenset({Sensation("heart", "warmth")})
    days = (
        Day(on("2026-11-10"), sensations=warm),
        Day(on("2026-11-12"), sensations=warm),
        Day(on("2026-11-01"), sensations=warm),
    )
    assert (Pair("Heart: warmth", 2, 1),) == made(days=days).felt


def test_a_journal_without_moments_has_nothing_to_tell_of_them() -> None:
    found = made()
    assert found.nothing
    assert found.now.balance is None
    assert () == found.groups == found.felt
