"""Grants as they are kept: hers alone, withdrawn for good, and read as nothing if spoiled."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, MetaData, update

from journal.domain.errors import GrantMissing, NameMissing, QuantityOutOfRange
from journal.domain.grants import Grant, MomentsShown, Passes, new_grant_id
from journal.domain.ranges import DateRange
from journal.domain.ratings import RATINGS
from journal.storage import OwnerJournal
from journal.storage.grants import passes_document, passes_from
from journal.storage.tables import ShareGrantRow

MAY = DateRange(date(2026, 5, 1), date(2026, 6, 1))
SOME = Passes(ratings=frozenset({"mood", "stress"}), dates=MAY, moments=MomentsShown.COUNTED)
FLAGS = ("cycle", "signs", "contexts", "findings", "notes", "card")


def given_to(journal: OwnerJournal, recipient: str = "Ada", passes: Passes = SOME) -> Grant:
    return journal.make_grant(recipient, passes, lasting_days=30, as_file=True)


def test_what_was_given_is_listed_newest_first(journal: OwnerJournal) -> None:
    first, second = given_to(journal), given_to(journal, "Bea")
    assert [second, first] == journal.grants()
    assert first.expires_at == first.made_at + timedelta(days=30)


def test_a_grant_without_an_end_is_kept_so(journal: OwnerJournal) -> None:
    journal.make_grant("Ada", SOME, lasting_days=None, as_file=True)
    assert journal.grants()[0].expires_at is None
    assert journal.grants()[0].as_file


def test_a_file_is_noted_once_under_the_id_it_carries(journal: OwnerJournal) -> None:
    named = new_grant_id()
    for recipient in ("Ada", "Bea"):
        journal.make_grant(recipient, SOME, lasting_days=None, as_file=True, grant_id=named)
    assert [(named, "Ada")] == [(grant.id, grant.recipient) for grant in journal.grants()]


def test_a_withdrawn_grant_stays_withdrawn_since_the_first_time(journal: OwnerJournal) -> None:
    grant = given_to(journal)
    journal.withdraw_grant(grant.id)
    first = journal.grants()[0].withdrawn_at
    journal.withdraw_grant(grant.id)
    assert first is not None
    assert first == journal.grants()[0].withdrawn_at


def test_undo_gives_nothing_back_that_was_withdrawn(journal: OwnerJournal) -> None:
    change = journal.save_day(MAY.start, {"mood": 5})
    journal.withdraw_grant(given_to(journal).id)
    assert change is not None
    assert journal.undo(change.id)
    assert journal.grants()[0].withdrawn_at is not None


def test_a_forgotten_grant_leaves_nothing(journal: OwnerJournal, engine: Engine) -> None:
    grant = given_to(journal)
    journal.note_opening(grant.id)
    journal.forget_grant(grant.id)
    there = MetaData()
    there.reflect(engine)
    with engine.connect() as connection:
        for name in ("share_grant", "share_opening"):
            assert connection.execute(there.tables[name].select()).all() == []


def test_every_opening_is_noted_with_its_time_and_nothing_else(journal: OwnerJournal) -> None:
    grant = given_to(journal)
    before = journal.revision()
    journal.note_opening(grant.id)
    journal.note_opening(grant.id)
    newer, older = journal.openings(grant.id)
    assert older.at < newer.at
    assert tuple(sorted(type(newer).__dataclass_fields__)) == ("at", "grant_id")
    assert before == journal.revision()


def test_what_cannot_be_is_refused_and_nothing_kept(journal: OwnerJournal) -> None:
    with pytest.raises(NameMissing):
        given_to(journal, " ")
    with pytest.raises(QuantityOutOfRange):
        journal.make_grant("Ada", SOME, lasting_days=0, as_file=False)
    assert journal.grants() == []


@pytest.mark.parametrize("act", ["withdraw_grant", "forget_grant", "note_opening"])
def test_another_owners_grant_is_out_of_reach(
    journal_of: Callable[[str], OwnerJournal], act: str
) -> None:
    hers, another = journal_of("hers"), journal_of("another")
    grant = given_to(hers)
    with pytest.raises(GrantMissing):
        getattr(another, act)(grant.id)
    assert another.grants() == []
    assert another.openings(grant.id) == []
    assert [grant] == hers.grants()
    assert hers.openings(grant.id) == []


@given(
    passes=st.builds(
        Passes,
        dates=st.none()
        | st.tuples(st.dates(), st.dates()).map(lambda two: DateRange(*sorted(two))),
        rolling_days=st.integers(1, 3660),
        ratings=st.frozensets(st.sampled_from(sorted(RATINGS))),
        moments=st.sampled_from(MomentsShown),
        **{name: st.booleans() for name in FLAGS},
    )
)
def test_what_passes_comes_back_as_it_was(passes: Passes) -> None:
    assert passes == passes_from(passes_document(passes))


@pytest.mark.parametrize(
    "stored",
    [None, [], "all", {}, {"dates": 3}, passes_document(SOME) | {"moments": "everything"},
     passes_document(SOME) | {"dates": ["2026-06-01", "2026-05-01"]}],
)  # fmt: skip
def test_a_spoiled_grant_lets_nothing_through(stored: object) -> None:
    assert passes_from(stored).nothing


@pytest.mark.parametrize("name", FLAGS)
def test_only_a_plain_yes_lets_something_through(name: str) -> None:
    assert not getattr(passes_from(passes_document(Passes()) | {name: "yes"}), name)


def test_a_spoiled_row_stops_no_list(journal: OwnerJournal, engine: Engine) -> None:
    given_to(journal)
    with engine.begin() as connection:
        connection.execute(update(ShareGrantRow).values(passes=["spoiled"]))
    assert journal.grants()[0].passes.nothing
