from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from journal.analysis.day_memory_columns import banks
from journal.analysis.day_memory_gate import LackKind
from journal.analysis.day_memory_grid import Floats
from journal.analysis.half_life import (
    LONGEST_DAYS,
    NARROW,
    SHORTEST_DAYS,
    WIDE,
    WIDEST_RATIO,
    AccountDays,
    HalfLifeFit,
    HalfLifeNotYet,
    UntoldBecause,
    fitting_half_life,
    half_lives,
)
from journal.analysis.half_life_record import MOST_DAYS, account_days, journal_half_life
from journal.analysis.half_life_words import (
    days_words,
    half_life_words,
    offered_days,
    rounded_days,
)
from journal.domain.account_rules import AccountRules
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Day, Partner
from journal.domain.moments import BidResponse, Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from tests.builders import on
from tests.cycle_builders import cycles_before, open_cycle, reading_of
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-11-22")
FIRST = 739_000


def account(
    seed: int,
    *,
    half_life: float = 2.0,
    days: int = 300,
    effect: float = 1.0,
    same_day: float = 0.0,
) -> AccountDays:
    """Connection that follows what the days before brought, with noise of its own."""
    random = np.random.default_rng(seed)
    net = random.poisson(1.5, days).astype(np.float64)
    brought = banks(net - net.mean(), np.array([half_life]))[:, 0]
    ratings = 5 + effect * brought / brought.std() + same_day * (net - 1.5)
    ratings += random.normal(0, 1, days)
    ratings[random.random(days) < 0.25] = np.nan
    return AccountDays(FIRST, net, ratings, np.zeros((days, 1)))


def test_the_grid_has_eight_steps_to_a_doubling() -> None:
    grid = half_lives()
    assert (grid[0], grid[-1], len(grid)) == (SHORTEST_DAYS, LONGEST_DAYS, 41)
    assert {0.5, 1, 2, 4, 8, 16} <= set(grid.tolist())


@pytest.mark.parametrize("half_life", [1.0, 2.0, 4.0])
def test_a_half_life_that_is_there_is_found(half_life: float) -> None:
    told = [fitting_half_life(account(seed, half_life=half_life)) for seed in range(20)]
    fits = [found for found in told if isinstance(found, HalfLifeFit)]
    assert len(told) == len(fits)
    assert sum(fit.narrow[0] <= half_life <= fit.narrow[1] for fit in fits) >= 16
    for fit in fits:
        assert fit.wide[0] <= fit.narrow[0] <= fit.days <= fit.narrow[1] <= fit.wide[1]


def test_spans_hold_the_weight_they_promise_and_no_shorter_one_does() -> None:
    found = fitting_half_life(account(2))
    assert isinstance(found, HalfLifeFit)
    weights = dict(found.weights)
    assert sum(weights.values()) == pytest.approx(1)
    for (low, high), share in ((found.narrow, NARROW), (found.wide, WIDE)):
        inside = [weight for days, weight in found.weights if low <= days <= high]
        assert sum(inside) >= share
        shorter = len(inside) - 1
        runs = [
            sum(weight for _, weight in found.weights[start : start + shorter])
            for start in range(len(found.weights) - shorter + 1)
        ]
        assert max(runs) < share


def test_a_bank_that_does_not_matter_has_no_half_life() -> None:
    told = [
        fitting_half_life(account(seed, effect=0.0, same_day=same_day))
        for seed in range(20)
        for same_day in (0.0, 0.6)
    ]
    silent = [
        found
        for found in told
        if isinstance(found, HalfLifeNotYet) and found.because is UntoldBecause.NO_CARRY_OVER
    ]
    assert len(silent) >= 38


def test_moments_that_go_with_lower_ratings_later_are_no_warmth() -> None:
    found = fitting_half_life(account(3, effect=-1.0))
    assert isinstance(found, HalfLifeNotYet)
    assert UntoldBecause.NO_CARRY_OVER is found.because


def test_a_span_that_reaches_the_end_of_the_grid_is_too_wide() -> None:
    found = fitting_half_life(account(0, half_life=30.0, days=400, effect=1.5))
    assert isinstance(found, HalfLifeNotYet)
    assert UntoldBecause.TOO_WIDE is found.because
    assert LONGEST_DAYS / SHORTEST_DAYS / WIDEST_RATIO == 2


def test_too_little_is_said_with_what_is_missing() -> None:
    short = account(5, days=30)
    found = fitting_half_life(replace(short, net=np.full(30, np.nan)))
    assert isinstance(found, HalfLifeNotYet)
    assert UntoldBecause.TOO_LITTLE is found.because
    assert {lack.kind for lack in found.lacks} == {
        LackKind.RATED_DAYS,
        LackKind.DAYS_SPANNED,
        LackKind.LOGGED_DAYS,
        LackKind.UNUSUAL_DAYS,
    }


def test_days_apart_are_taken_account_of() -> None:
    days = 200
    apart = np.zeros(days)
    apart[60:90] = apart[140:160] = 1
    plain = account(6, days=days)
    lower = replace(plain, ratings=plain.ratings - 4 * apart)
    without, with_column = (
        fitting_half_life(replace(lower, beside=beside[:, None]))
        for beside in (np.zeros(days), apart)
    )
    assert isinstance(with_column, HalfLifeFit)
    expected = fitting_half_life(replace(plain, beside=apart[:, None]))
    assert isinstance(expected, HalfLifeFit)
    assert expected.days == with_column.days
    assert expected.p == pytest.approx(with_column.p)
    assert without != with_column


def recorded(*days: Day, moments: tuple[Moment, ...] = (), **kept: object) -> InMemoryJournal:
    return InMemoryJournal(days, moments, **kept)  # type: ignore[arg-type]  # the test's business


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def listed(values: Floats) -> list[float | None]:
    return [None if np.isnan(value) else float(value) for value in values]


WEEK = DateRange.last_days(7, TODAY)


def test_a_day_without_a_moment_brought_nothing_and_one_not_recorded_says_nothing() -> None:
    journal = recorded(
        Day(ago(6), mood=5),  # before her first moment: she may not have noted any yet
        Day(ago(4), connection=3),
        Day(ago(1), connection=6),
        Day(ago(0), mood=6),  # after her last one
        moments=(Moment(ago(5), "long_hug"), Moment(ago(5), "kiss"), Moment(ago(1), "kiss")),
    )
    found = account_days(journal, WEEK)
    assert listed(found.net) == [None, 2, 0, None, None, 1, None]
    assert listed(found.ratings) == [None, None, 3, None, None, 6, None]
    assert found.first == ago(6).toordinal()


def test_her_own_weights_count() -> None:
    away = Moment(ago(1), "kiss", response=BidResponse.TURNED_AWAY)
    rules = AccountRules(weights={"long_hug": 3.0}, away=2.5)
    journal = recorded(
        moments=(Moment(ago(2), "long_hug"), away), kept_settings=OwnerSettings(account=rules)
    )
    assert listed(account_days(journal, WEEK).net)[4:] == [3, -2.5, None]


def test_without_a_moment_nothing_was_noted() -> None:
    found = account_days(recorded(Day(ago(1), connection=6)), WEEK)
    assert np.isnan(found.net).all()


def test_days_apart_are_those_marked_or_in_a_context_and_no_others() -> None:
    journal = recorded(
        Day(ago(6), partner=Partner.APART),
        Day(ago(2), partner=Partner.TOGETHER, connection=8),
        Day(ago(1), connection=4),
        kept_contexts=[Context(ContextKind.TIME_APART, ago(2))],
    )
    found = account_days(journal, WEEK)
    assert found.beside[:, 0].tolist() == [1, 0, 0, 0, 0, 1, 1]
    assert listed(found.ratings) == [None, None, None, None, 8, 4, None]


def test_days_apart_are_left_out_where_she_leaves_them_out() -> None:
    journal = recorded(
        Day(ago(2), partner=Partner.APART, connection=3),
        Day(ago(1), connection=4),
        kept_settings=OwnerSettings(leave_apart_out=True),
    )
    assert listed(account_days(journal, WEEK).ratings)[4:] == [None, 4, None]


def test_the_cycle_is_taken_account_of_where_there_is_enough_of_it() -> None:
    range_ = DateRange.last_days(90, TODAY)
    days = [Day(day, connection=day.day % 7) for day in range_]
    reading = reading_of(*cycles_before(ago(10), 28, 28, 28), open_cycle(ago(10), 28), today=TODAY)
    journal = recorded(*days)
    assert account_days(journal, range_).beside.shape == (90, 1)
    assert account_days(journal, range_, reading).beside.shape == (90, 1 + 5)
    few = recorded(*days[:59])
    assert account_days(few, range_, reading).beside.shape == (90, 1)
    one = reading_of(*cycles_before(ago(70), 28), open_cycle(ago(70), 28), today=TODAY)
    assert account_days(journal, range_, one).beside.shape == (90, 1)


def test_a_journal_is_fitted_over_its_newest_three_years() -> None:
    source = account(7, days=400)
    days, moments = [], []
    for place, (net, rating) in enumerate(zip(source.net, source.ratings, strict=True)):
        day = ago(399 - place)
        days.append(Day(day, mood=5, connection=None if np.isnan(rating) else round(rating)))
        moments += [Moment(day, "kiss") for _ in range(int(net))]
    longest_ago = Day(ago(MOST_DAYS + 5), connection=0)
    found = journal_half_life(recorded(*days, moments=tuple(moments)), TODAY)
    assert isinstance(found, HalfLifeFit)
    assert found.wide[0] <= 2 <= found.wide[1]
    more = journal_half_life(recorded(longest_ago, *days, moments=tuple(moments)), TODAY)
    assert found == more


FIT = HalfLifeFit(2.18, (1.0, 4.36), (0.84, 5.2), 212, 0.01, ((2.18, 1.0),))


def test_a_fit_is_said_with_its_span_and_days_and_offered() -> None:
    assert half_life_words(FIT) == (
        "Half of the warmth is gone after about 2 days in your record (between 1 and 4 days; "
        "212 rated days). You can set the account to this."
    )
    assert offered_days(FIT) == 2


@pytest.mark.parametrize(
    ("days", "rounded", "words"),
    [
        (0.5, 0.5, "half a day"),
        (0.7, 0.5, "half a day"),
        (0.92, 1, "1 day"),
        (1.41, 1.5, "1½ days"),
        (3.36, 3.5, "3½ days"),
        (4.36, 4, "4 days"),
        (5.66, 6, "6 days"),
    ],
)
def test_half_lives_are_said_in_halves_and_then_in_whole_days(
    days: float, rounded: float, words: str
) -> None:
    assert rounded == rounded_days(days)
    assert words == days_words(rounded)


def test_the_shorter_end_of_a_span_may_be_half_a_day() -> None:
    said = half_life_words(replace(FIT, days=0.7, narrow=(0.5, 1.54)))
    assert "after about half a day in your record (between half a day and 1½ days;" in said
    assert "(within about half a day; 212" in half_life_words(replace(FIT, narrow=(1.83, 2.18)))
    assert "between 1½ and 4 days" in half_life_words(replace(FIT, narrow=(1.54, 4)))


def test_what_cannot_be_told_is_said_with_the_reason() -> None:
    for because in UntoldBecause:
        found = HalfLifeNotYet(because, 212, fitting_lacks())
        assert half_life_words(found).startswith("Your record cannot tell yet: ")
    too_little = half_life_words(HalfLifeNotYet(UntoldBecause.TOO_LITTLE, 30, fitting_lacks()))
    assert too_little.endswith(
        "10 more rated days and 15 more days from the first rated day to the last are needed."
    )


def fitting_lacks() -> tuple:  # type: ignore[type-arg]  # as the fit gives them
    days = 30
    ratings = np.arange(days) % 7.0
    found = fitting_half_life(AccountDays(FIRST, ratings % 3, ratings, np.zeros((days, 1))))
    assert isinstance(found, HalfLifeNotYet)
    return found.lacks
