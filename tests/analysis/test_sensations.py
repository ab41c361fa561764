from dataclasses import dataclass, field

from journal.analysis.sensations import felt_in
from journal.domain.days import Sensation
from journal.domain.manners import MomentColumns
from journal.domain.moments import Author, Moment
from journal.domain.ranges import DateRange
from journal.domain.tallies import FeltTally
from tests.builders import day, on
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-05-31")
MAY = DateRange(on("2026-05-01"), on("2026-06-01"))
WARM = Sensation("heart", "warmth")
CALM = Sensation("heart", "calm")
TIGHT = Sensation("throat", "tightness")


def moment(text: str, kind: str, *felt: Sensation, author: Author = Author.OWNER) -> Moment:
    return Moment(on(text), kind, sensations=frozenset(felt), author=author)


def test_a_day_counts_once_however_often_something_was_felt_on_it() -> None:
    journal = InMemoryJournal(
        [day("2026-05-04", sensations=frozenset({WARM}))],
        kept_moments=[moment("2026-05-04", "kiss", WARM), moment("2026-05-04", "smile", WARM)],
    )
    (felt,) = felt_in(journal, MAY, TODAY).sensations
    assert (felt.sensation, felt.days) == (WARM, 1)


def test_places_and_qualities_are_counted_in_days_in_the_order_of_the_catalogue() -> None:
    journal = InMemoryJournal(
        [
            day("2026-05-04", sensations=frozenset({WARM, CALM})),
            day("2026-05-05", sensations=frozenset({TIGHT, Sensation("own_knee", "warmth")})),
        ]
    )
    felt = felt_in(journal, MAY, TODAY)
    assert [(item.name, item.days) for item in felt.places] == [
        ("Heart", 1),
        ("Throat", 1),
        ("Own knee", 1),
    ]
    assert [(item.name, item.days) for item in felt.qualities] == [
        ("Warmth", 2),
        ("Calm", 1),
        ("Tightness", 1),
    ]


def test_what_was_felt_on_most_days_comes_first() -> None:
    journal = InMemoryJournal(
        [
            day("2026-05-04", sensations=frozenset({WARM, TIGHT})),
            day("2026-05-05", sensations=frozenset({TIGHT})),
        ]
    )
    felt = felt_in(journal, MAY, TODAY)
    assert [at.words for at in felt.sensations] == ["Throat: tightness", "Heart: warmth"]
    assert (on("2026-05-04"), on("2026-05-05")) == felt.dates


def test_felt_on_a_moment_and_felt_on_a_day_with_one_are_kept_apart() -> None:
    journal = InMemoryJournal(
        [
            day("2026-05-04", sensations=frozenset({WARM})),
            day("2026-05-05", sensations=frozenset({WARM})),
        ],
        kept_moments=[
            moment("2026-05-04", "kiss"),
            moment("2026-05-06", "kiss", WARM),
            moment("2026-05-06", "kiss", WARM),
            moment("2026-05-07", "kiss"),
        ],
    )
    (beside,) = felt_in(journal, MAY, TODAY).with_moments
    assert (beside.felt.words, beside.kind) == ("Heart: warmth", "Kiss")
    assert (beside.on_moments, beside.moments) == (2, 4)
    assert (beside.on_days, beside.days) == (1, 3)


def test_kinds_it_was_noted_on_stand_before_kinds_it_only_shared_a_day_with() -> None:
    journal = InMemoryJournal(
        [day("2026-05-04", sensations=frozenset({WARM}))],
        kept_moments=[moment("2026-05-04", "comfort"), moment("2026-05-05", "smile", WARM)],
    )
    with_moments = felt_in(journal, MAY, TODAY).with_moments
    assert [item.kind for item in with_moments] == ["A smile", "Comfort"]


def test_what_the_partner_noted_counts_neither_as_felt_nor_among_her_moments() -> None:
    journal = InMemoryJournal(
        kept_moments=[
            moment("2026-05-04", "smile", WARM),
            moment("2026-05-04", "smile", TIGHT, author=Author.PARTNER),
            moment("2026-05-05", "smile", author=Author.PARTNER),
        ]
    )
    felt = felt_in(journal, MAY, TODAY)
    assert [at.sensation for at in felt.sensations] == [WARM]
    assert [(item.moments, item.days) for item in felt.with_moments] == [(1, 1)]


def test_nothing_felt_is_an_empty_result() -> None:
    felt = felt_in(InMemoryJournal([day("2026-05-04", mood=4)]), MAY, TODAY)
    assert (felt.dates, felt.sensations, felt.places, felt.with_moments) == ((), (), (), ())


@dataclass
class _Watched(InMemoryJournal):
    """Remembers which spans it was asked for."""

    asked: list[DateRange | None] = field(default_factory=list)

    def felt(self, range_: DateRange | None = None) -> list[FeltTally]:
        self.asked.append(range_)
        return super().felt(range_)

    def moment_columns(self, range_: DateRange | None = None) -> MomentColumns:
        self.asked.append(range_)
        return super().moment_columns(range_)


def test_only_the_span_is_read_and_nothing_after_today() -> None:
    days = ("2026-04-30", "2026-05-04", "2026-05-20")
    journal = _Watched([day(text, sensations=frozenset({WARM})) for text in days])
    felt = felt_in(journal, MAY, on("2026-05-10"))
    assert (on("2026-05-04"),) == felt.dates
    assert [DateRange(MAY.start, on("2026-05-11"))] * 2 == journal.asked


def test_a_span_that_lies_ahead_holds_nothing() -> None:
    journal = InMemoryJournal([day("2026-05-04", sensations=frozenset({WARM}))])
    assert felt_in(journal, MAY, on("2026-04-01")).dates == ()
