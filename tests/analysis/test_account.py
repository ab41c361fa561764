from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal.analysis.account import LOOK_BACK_DAYS, Account, account
from journal.analysis.steps import Step
from journal.connection.account import warm_up_days
from journal.connection.account_bands import BandKind
from journal.domain.account_rules import AccountRules
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Day, Partner
from journal.domain.manners import MomentColumns
from journal.domain.moments import Author, BidResponse, Moment, WithWhom
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from tests.builders import on
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-11-22")
MONTH = DateRange(on("2026-10-24"), on("2026-11-23"))


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def _moments(*ago: int, **more: object) -> list[Moment]:
    return [Moment(_ago(days), "smile", **more) for days in ago]  # type: ignore[arg-type]  # the test's business


def _event(name: str, start: int, last: int | None = None) -> Context:
    end = None if last is None else _ago(last - 1)
    return Context(ContextKind.EVENT, _ago(start), end, name)


def _account(
    moments: list[Moment],
    *contexts: Context,
    days: list[Day] | None = None,
    range_: DateRange = MONTH,
) -> Account:
    return account(InMemoryJournal(days or [], moments, contexts), range_, TODAY)


def test_every_day_from_the_first_moment_to_today_has_its_balance() -> None:
    found = _account(_moments(9, 6, 6))
    assert [_ago(days) for days in range(9, -1, -1)] == [day.date for day in found.days]
    assert pytest.approx([1.0, 2.5, 1.25, 0.625]) == [
        day.balance for day in found.days if (day.date - _ago(9)).days % 3 == 0
    ]
    assert found.points == found.days


def test_moments_before_the_span_still_count_in_it() -> None:
    found = _account(_moments(33))
    assert MONTH.start == found.days[0].date
    assert pytest.approx(2 ** (-4 / 3)) == found.days[0].balance


def test_a_journal_without_moments_has_no_balance() -> None:
    found = _account([], _event("A move", 9, 5))
    assert (found.days, found.points) == ((), ())
    assert (found.bands[0].before, found.bands[0].last) == (None, None)


def test_it_stops_today() -> None:
    later = DateRange(MONTH.start, on("2027-02-01"))
    found = _account(_moments(3, -2), range_=later)
    assert found.range_ == MONTH
    assert found.days[-1].date == TODAY
    assert found.moments == 1


def test_a_span_that_has_not_come_yet_is_empty() -> None:
    found = _account(_moments(3), range_=DateRange(on("2027-02-01"), on("2027-03-01")))
    assert not found.range_
    assert found.points == ()


def test_the_rules_are_those_of_her_settings() -> None:
    rules = AccountRules(half_life_days=1, weights={"smile": 4})
    journal = InMemoryJournal(
        [], _moments(1), kept_settings=replace(OwnerSettings(), account=rules)
    )
    assert [day.balance for day in account(journal, MONTH, TODAY).days] == [4.0, 2.0]


def test_moments_are_counted_with_how_many_say_how_they_were_met() -> None:
    found = _account(
        [
            *_moments(3, 3, 5),
            *_moments(5, response=BidResponse.TURNED_AWAY),
            *_moments(2, response=BidResponse.TURNED_TOWARD, author=Author.PARTNER),
            *_moments(40, response=BidResponse.TURNED_TOWARD),
        ]
    )
    assert (
        found.moments,
        found.answered,
        found.from_partner,
        found.days_with_moments,
    ) == (5, 2, 1, 3)


def test_moments_with_others_move_no_balance_and_are_counted_beside_it() -> None:
    others = _moments(9, 3, 3, with_whom=WithWhom.FRIEND)
    found = _account([*others, *_moments(4)])
    assert (found.moments, found.elsewhere) == (1, 3)
    assert [(_ago(4), 1.0)] == [(day.date, day.balance) for day in found.days[:1]]
    alone = _account(others)
    assert (alone.days, alone.moments, alone.elsewhere) == ((), 0, 3)


def test_a_band_has_the_balance_of_the_day_before_it_and_of_its_last_day() -> None:
    (one,) = _account(_moments(9), _event("A quarrel", 5, 3)).bands
    assert pytest.approx((1 / 2, 1 / 4)) == (one.before, one.last)


def test_a_band_that_goes_on_has_no_last_day() -> None:
    (one,) = _account(_moments(9), _event("New job", 5)).bands
    assert (one.band.range_.last, one.last) == (TODAY, None)
    assert pytest.approx(1 / 2) == one.before


def test_a_band_before_any_moment_has_no_balance_to_say() -> None:
    (one,) = _account(_moments(4), _event("A move", 6, 4)).bands
    assert (one.before, one.last) == (None, 1.0)


def test_the_balance_an_old_band_began_with_is_read_for_it_alone() -> None:
    (one,) = _account(_moments(410, 2), _event("New job", 406)).bands
    assert pytest.approx(1 / 2) == one.before


def test_a_band_that_was_over_before_the_span_is_left_out() -> None:
    over, within = _event("Over", 40, 30), _event("Within", 40, 29)
    assert [one.band.name for one in _account(_moments(2), over, within).bands] == ["Within"]


def test_days_marked_apart_before_the_span_belong_to_the_spell_in_it() -> None:
    days = [Day(_ago(back), partner=Partner.APART) for back in range(25, 36)]
    (one,) = _account(_moments(39), days=days).bands
    assert (BandKind.APART, _ago(35), _ago(25)) == (
        one.band.kind,
        one.band.range_.start,
        one.band.range_.last,
    )
    assert pytest.approx(1 / 2) == one.before


def test_of_a_spell_longer_than_was_looked_through_nobody_says_when_it_began() -> None:
    days = [Day(_ago(back), partner=Partner.APART) for back in range(20, 200)]
    (one,) = _account(_moments(210, 2), days=days).bands
    assert MONTH.start - timedelta(days=LOOK_BACK_DAYS) == one.band.range_.start
    assert one.before is None


def test_stretches_of_high_stress_and_time_apart_are_bands_in_order() -> None:
    days = [
        Day(_ago(12), stress=8),
        Day(_ago(11), stress=7),
        Day(_ago(6), partner=Partner.APART),
        Day(_ago(4), partner=Partner.TOGETHER, stress=9),
    ]
    found = _account(_moments(20), _event("A visit", 8, 7), days=days)
    assert [one.band.kind for one in found.bands] == [
        BandKind.STRESS,
        BandKind.NOTED,
        BandKind.APART,
    ]


def test_a_past_span_knows_nothing_of_what_came_after_it() -> None:
    past = DateRange(_ago(20), _ago(9))
    found = _account(_moments(15, 3), _event("New job", 12, 2), range_=past)
    assert _ago(10) == found.days[-1].date
    assert (_ago(10), None) == (found.bands[0].band.range_.last, found.bands[0].last)


@pytest.mark.parametrize(
    ("days", "step"),
    [(400, Step.DAY), (401, Step.WEEK), (801, Step.MONTH), (5_501, Step.QUARTER)],
)
def test_long_spans_are_gathered_so_that_few_points_are_drawn(days: int, step: Step) -> None:
    found = _account(_moments(*range(0, days, 50)), range_=DateRange.last_days(days, TODAY))
    assert step is found.step
    assert len(found.points) <= 400
    assert sum(day.deposits for day in found.days) == sum(one.deposits for one in found.points)
    assert found.moments == sum(one.moments for one in found.points)
    assert found.days[-1].balance == found.points[-1].balance


def test_a_week_has_the_sums_of_its_days_and_the_balance_at_its_end() -> None:
    found = _account(
        [*_moments(6, 5, 5), *_moments(4, response=BidResponse.TURNED_AWAY)],
        range_=DateRange.last_days(500, TODAY),
    )
    (week,) = found.points
    assert (_ago(6), 3.0, 1.0, 4) == (week.date, week.deposits, week.withdrawals, week.moments)
    assert found.days[-1].balance == week.balance


class _Watched(InMemoryJournal):
    """Remembers which spans were asked for."""

    asked: list[DateRange | None]

    def moment_columns(self, range_: DateRange | None = None) -> MomentColumns:
        self.asked = [*getattr(self, "asked", []), range_]
        return super().moment_columns(range_)


def test_no_more_of_the_journal_is_read_than_the_span_needs() -> None:
    journal = _Watched([], _moments(3, 9_000))
    account(journal, MONTH, TODAY)
    before = timedelta(days=LOOK_BACK_DAYS + warm_up_days(AccountRules()))
    assert [DateRange(MONTH.start - before, MONTH.end)] == journal.asked
