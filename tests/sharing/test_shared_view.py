"""What a reader sees is a report over what passes, for coach, clinician and partner alike."""

from datetime import UTC, date, datetime

import pytest

from journal.analysis.report.choices import PartCode
from journal.domain.grants import PRESETS, GrantPreset, MomentsShown, Passes
from journal.domain.ranges import DateRange
from journal.domain.ratings import RATINGS
from journal.sharing.shared_view import NEWER, ShareWish, passing_parts, shared_view
from journal.storage import memory_journal
from tests.sharing.records import TODAY, Record

NOW = datetime(2026, 6, 30, 12, 0, tzinfo=UTC)


def parts_of(record: Record, passes: Passes, comment: str = "") -> list[str]:
    journal = record.written_into(memory_journal(lambda: NOW))
    return [
        part.code for part in shared_view(journal, ShareWish("Ada", passes, comment), TODAY).parts
    ]


RATED = Record(days={day: {"mood": 5} for day in DateRange.last_days(60, TODAY)})


@pytest.mark.parametrize(
    ("passes", "parts"),
    [
        (Passes(), set()),
        (Passes(ratings=frozenset({"mood"})), {PartCode.RATINGS}),
        (Passes(signs=True), {PartCode.SIGNS}),
        (Passes(moments=MomentsShown.COUNTED), {PartCode.MOMENTS}),
        (Passes(contexts=True), {PartCode.CONTEXTS}),
        (PRESETS[GrantPreset.COACH], set(PartCode)),
    ],
)
def test_a_part_is_there_where_something_passes_that_fills_it(
    passes: Passes, parts: set[PartCode]
) -> None:
    assert frozenset(parts) == passing_parts(passes)


def test_a_cycle_without_ratings_has_no_ratings_by_cycle_day() -> None:
    assert PartCode.BY_CYCLE not in passing_parts(Passes(cycle=True))


def test_her_word_comes_first_and_an_empty_one_not_at_all() -> None:
    passes = Passes(ratings=frozenset(RATINGS))
    assert parts_of(RATED, passes, "Hello")[0] == "from_her"
    assert "from_her" not in parts_of(RATED, passes, " \n")


def test_the_newer_half_is_laid_beside_the_older_where_both_have_two_weeks() -> None:
    ratings = frozenset({"mood"})
    journal = RATED.written_into(memory_journal(lambda: NOW))
    for days, there in ((27, False), (28, True)):
        wish = ShareWish("Ada", Passes(rolling_days=days, ratings=ratings))
        titles = [part.title for part in shared_view(journal, wish, TODAY).parts]
        assert there == (NEWER in titles)


def test_dates_that_are_over_are_read_as_of_their_last_day() -> None:
    may = DateRange(date(2026, 5, 1), date(2026, 6, 1))
    days = {day: {"bleeding": "medium"} for day in (date(2026, 5, 2), date(2026, 5, 3))}
    journal = Record(days=days).written_into(memory_journal(lambda: NOW))
    view = shared_view(journal, ShareWish("Ada", Passes(may, cycle=True)), TODAY)
    said = str(next(part for part in view.parts if part.code == "standing"))
    assert "31 May 2026" in said
    assert "Cycle day 30" in said
    assert view.made_on == TODAY
