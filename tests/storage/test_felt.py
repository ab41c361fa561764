"""What was felt, counted by the database as it would be from the whole record."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.days import Sensation, sensation_field
from journal.domain.journal import ImportBatch
from journal.domain.moments import Author, Moment
from journal.domain.ranges import DateRange
from journal.domain.tallies import FeltTally
from journal.storage import OwnerJournal
from tests.builders import on
from tests.in_memory_journal import InMemoryJournal
from tests.storage.test_owner_journal_properties import empty_journal

DAY = on("2026-05-04")
WARM_HEART = Sensation("heart", "warmth")
CALM_HEART = Sensation("heart", "calm")
TIGHT_THROAT = Sensation("throat", "tightness")


def test_what_is_noted_on_the_day_stands_before_what_is_noted_on_its_moments(
    journal: OwnerJournal,
) -> None:
    journal.save_day(DAY, {sensation_field(WARM_HEART): True})
    for felt in ({WARM_HEART}, {WARM_HEART, CALM_HEART}, set()):
        journal.add_moment(Moment(DAY, "long_hug", sensations=frozenset(felt)))
    assert journal.felt() == [
        FeltTally(DAY, WARM_HEART),
        FeltTally(DAY, CALM_HEART, "long_hug", 1),
        FeltTally(DAY, WARM_HEART, "long_hug", 2),
    ]


def test_what_is_on_a_moment_the_partner_noted_is_not_hers(journal: OwnerJournal) -> None:
    hers = Moment(DAY, "smile", sensations=frozenset({WARM_HEART}))
    journal.add_moment(hers)
    journal.add_moment(replace(hers, author=Author.PARTNER))
    assert journal.felt() == [FeltTally(DAY, WARM_HEART, "smile", 1)]


def test_what_was_felt_in_a_span_begins_with_its_start_and_stops_before_its_end(
    journal: OwnerJournal,
) -> None:
    for days in range(4):
        day = DAY + timedelta(days=days)
        journal.save_day(day, {sensation_field(WARM_HEART): True})
        journal.add_moment(Moment(day, "kiss", sensations=frozenset({CALM_HEART})))
    span = DateRange(DAY + timedelta(days=1), DAY + timedelta(days=3))
    assert [day for day in span for _ in range(2)] == [tally.date for tally in journal.felt(span)]
    assert journal.felt(DateRange(DAY, DAY)) == []


def test_what_another_owner_felt_is_not_seen(
    journal: OwnerJournal, journal_of: Callable[[str], OwnerJournal]
) -> None:
    other = journal_of("another")
    other.save_day(DAY, {sensation_field(WARM_HEART): True})
    other.add_moment(Moment(DAY, "kiss", sensations=frozenset({CALM_HEART})))
    assert journal.felt() == []
    assert len(other.felt()) == 2


MOMENTS = st.builds(
    Moment,
    date=st.sampled_from([DAY, DAY + timedelta(days=1)]),
    kind=st.sampled_from(["kiss", "smile"]),
    id=st.uuids().map(lambda value: value.hex),
    sensations=st.frozensets(st.sampled_from([WARM_HEART, CALM_HEART, TIGHT_THROAT])),
    author=st.sampled_from(Author),
)


@pytest.mark.parametrize("range_", [None, DateRange(DAY, DAY + timedelta(days=1))])
@given(moments=st.lists(MOMENTS, max_size=8, unique_by=lambda moment: moment.id))
def test_the_database_adds_up_as_the_whole_record_does(
    range_: DateRange | None, moments: list[Moment]
) -> None:
    journal = empty_journal()
    journal.import_all(ImportBatch("moments", {}, moments=moments))
    assert InMemoryJournal(kept_moments=moments).felt(range_) == journal.felt(range_)
