from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.account_days import AccountReading
from journal.connection.account import balances, warm_up_days
from journal.domain.account_rules import AccountRules
from journal.domain.moments import Author, BidResponse, Moment, WithWhom
from journal.domain.ranges import DateRange, days_after
from tests.in_memory_journal import InMemoryJournal

START = date(2026, 5, 1)
SPAN = DateRange(START, START + timedelta(days=20))
KINDS = ("smile", "long_hug", "solo_pleasure")
RULES = st.builds(
    AccountRules,
    half_life_days=st.floats(0.5, 5),
    weights=st.dictionaries(st.sampled_from(KINDS), st.sampled_from([0.0, 0.1, 2.5])),
    away=st.sampled_from([0.0, 0.3, 1.0]),
    against=st.sampled_from([0.0, 2.0]),
)
MOMENTS = st.lists(
    st.builds(
        Moment,
        date=st.integers(-30, 25).map(lambda days: START + timedelta(days=days)),
        kind=st.sampled_from(KINDS),
        response=st.none() | st.sampled_from(BidResponse),
        with_whom=st.none() | st.sampled_from(WithWhom),
        author=st.sampled_from(Author),
    ),
    max_size=25,
)


@given(MOMENTS, RULES)
def test_read_in_bulk_the_account_is_the_one_of_the_rule(
    moments: list[Moment], rules: AccountRules
) -> None:
    journal = InMemoryJournal((), moments)
    found = AccountReading(journal, rules, SPAN).days()
    before = DateRange(days_after(SPAN.start, -warm_up_days(rules)), SPAN.end)
    expected = {day.date: day for day in balances(journal.moment_tallies(before), rules, SPAN)}
    assert list(found) == [day for day in SPAN if day >= min(found, default=SPAN.end)]
    for day, one in found.items():
        other = expected[day]
        assert pytest.approx(other.balance, abs=1e-9) == one.balance
        assert pytest.approx(other.deposits, abs=1e-9) == one.deposits
        assert replace(other, balance=0, deposits=0, withdrawals=0) == replace(
            one, balance=0, deposits=0, withdrawals=0
        )
    assert all(day.moments == 0 for date_, day in expected.items() if date_ not in found)


@given(MOMENTS, RULES)
def test_the_days_and_the_span_count_the_same_moments(
    moments: list[Moment], rules: AccountRules
) -> None:
    reading = AccountReading(InMemoryJournal((), moments), rules, SPAN)
    noted = reading.moments_in(SPAN)
    assert sum(day.moments for day in reading.days().values()) == noted.moments
    assert sum(item.date in SPAN for item in moments) == noted.moments + noted.elsewhere
    assert 0 <= noted.answered <= noted.moments
