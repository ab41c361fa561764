from journal.analysis.noted import noted_in
from journal.domain.moments import Author, BidResponse, Initiator, Moment, WithWhom
from journal.domain.ranges import DateRange
from tests.builders import on
from tests.in_memory_journal import InMemoryJournal

MAY = DateRange(on("2026-05-01"), on("2026-06-01"))
REFUSED = {"initiator": Initiator.SELF, "response": BidResponse.TURNED_AWAY}
MOMENTS = [
    Moment(on("2026-05-04"), "smile"),
    Moment(on("2026-05-04"), "long_hug", **REFUSED),  # type: ignore[arg-type]  # names and values belong together
    Moment(on("2026-05-09"), "smile", with_whom=WithWhom.CHILD, author=Author.PARTNER),
    Moment(on("2026-05-31"), "smile", phone_in_way=False),
    Moment(on("2026-05-31"), "smile", phone_in_way=False),
]


def test_every_moment_of_the_span_has_its_day_and_its_sort() -> None:
    outside = [Moment(on("2026-04-30"), "kiss"), Moment(on("2026-06-01"), "kiss")]
    noted = noted_in(InMemoryJournal((), [*MOMENTS, *outside]), MAY)
    found = [
        (day, noted.sorts[place].kind, noted.sorts[place].manner.response)
        for day, place in zip(noted.days.tolist(), noted.places.tolist(), strict=True)
    ]
    assert [(item.date.toordinal(), item.kind, item.response) for item in MOMENTS] == found


def test_the_tallies_are_those_of_the_journal_without_their_dates() -> None:
    journal = InMemoryJournal((), MOMENTS)
    day = MAY.start
    tallies = noted_in(journal, MAY).tallies(day)
    assert sorted(tally.count for tally in tallies) == [1, 1, 1, 2]
    of_a_day = [Moment(day, item.kind, **_said(item)) for item in MOMENTS]  # type: ignore[arg-type]  # as above
    expected = InMemoryJournal((), of_a_day).moment_tallies()
    assert set(expected) == set(tallies)


def test_a_rule_is_asked_once_for_each_sort() -> None:
    asked = []
    noted = noted_in(InMemoryJournal((), MOMENTS), MAY)

    def is_smile(kind: str) -> bool:
        asked.append(kind)
        return kind == "smile"

    assert noted.where(lambda sort: is_smile(sort.kind)).tolist() == [True, False, True, True, True]
    assert len(asked) == len(noted.sorts) == 4


def test_a_span_without_moments_is_empty_in_every_way() -> None:
    noted = noted_in(InMemoryJournal(), MAY)
    assert (noted.days.tolist(), noted.sorts, noted.tallies(MAY.start)) == ([], (), [])
    assert noted.where(lambda sort: sort.kind == "smile").tolist() == []


def _said(item: Moment) -> dict[str, object]:
    names = ("initiator", "response", "with_whom", "phone_in_way", "author")
    return {name: getattr(item, name) for name in names}
