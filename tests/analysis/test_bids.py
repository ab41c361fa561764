from datetime import date, timedelta

import pytest

from journal.analysis.bids import BidOverview, allowed_steps, bid_overview
from journal.analysis.steps import Step
from journal.connection.bids import FEWEST_ANSWERS, Share
from journal.cycle.phases import Phase
from journal.cycle.reading import CycleReading
from journal.domain.moments import Author, BidResponse, Initiator, Moment
from journal.domain.ranges import DateRange
from journal.domain.stages import Stage, StageDeclaration
from tests.builders import on
from tests.cycle_builders import TODAY, cycles_before, reading_of
from tests.in_memory_journal import InMemoryJournal

TOWARD, AWAY = BidResponse.TURNED_TOWARD, BidResponse.TURNED_AWAY
QUARTER = DateRange.last_days(92, TODAY)


def moments(
    day: date | str,
    count: int,
    response: BidResponse | None = TOWARD,
    *,
    by: Initiator | None = Initiator.SELF,
    author: Author = Author.OWNER,
) -> list[Moment]:
    date_ = on(day) if isinstance(day, str) else day
    said = {"initiator": by, "response": response, "author": author}
    return [Moment(date_, "smile", f"{date_}-{place}", **said) for place in range(count)]  # type: ignore[arg-type]  # names and values belong together


def overview(
    *noted: list[Moment],
    range_: DateRange = QUARTER,
    reading: CycleReading | None = None,
    stages: tuple[StageDeclaration, ...] = (),
) -> BidOverview:
    kept = [moment for part in noted for moment in part]
    return bid_overview(InMemoryJournal((), kept, kept_stages=stages), range_, reading, TODAY)


def test_the_whole_span_is_counted_and_nothing_after_today() -> None:
    late = moments(TODAY + timedelta(days=1), 4)
    wide = DateRange(QUARTER.start, TODAY + timedelta(days=30))
    result = overview(moments("2026-11-02", 6), late, range_=wide)
    assert (result.toward.made.part, result.toward.made.of) == (6, 6)
    assert result.range_.last == TODAY


def test_a_step_with_too_few_answers_has_its_counts_and_no_share() -> None:
    result = overview(
        moments("2026-11-02", FEWEST_ANSWERS),
        moments("2026-11-10", FEWEST_ANSWERS - 1),
        moments("2026-11-17", FEWEST_ANSWERS, AWAY),
    )
    assert Step.WEEK is result.step
    few = Share(FEWEST_ANSWERS - 1, FEWEST_ANSWERS - 1, None, None, None)
    assert few == result.steps[1].toward.made
    assert [item.toward.made.rate for item in result.steps] == [1.0, None, 0.0]


def test_a_week_without_bids_between_two_is_a_gap() -> None:
    result = overview(moments("2026-11-02", 5), moments("2026-11-16", 5))
    assert [on("2026-11-02"), on("2026-11-09"), on("2026-11-16")] == [
        item.start for item in result.steps
    ]
    assert (result.steps[1].toward.made.of, result.steps[1].toward.made.rate) == (0, None)


def test_where_most_weeks_have_too_few_answers_months_stand_for_them() -> None:
    days = [QUARTER.start + timedelta(days=7 * place) for place in range(13)]
    assert Step.MONTH is overview(*(moments(day, 2) for day in days)).step


@pytest.mark.parametrize(
    ("days", "steps"),
    [
        (14, [Step.WEEK]),
        (31, [Step.WEEK]),
        (92, [Step.WEEK, Step.MONTH]),
        (365, [Step.MONTH, Step.QUARTER]),
        (1_095, [Step.QUARTER]),
        (14_610, [Step.YEAR]),
    ],
)
def test_a_span_has_few_enough_dots_and_at_least_three(days: int, steps: list[Step]) -> None:
    assert steps == allowed_steps(days)


def test_one_dot_is_no_course_over_time() -> None:
    assert not overview(moments("2026-11-02", 9)).drawn_steps
    assert overview(moments("2026-11-02", 9), moments("2026-11-09", 9)).drawn_steps


def test_what_the_partner_noted_draws_nothing_of_hers() -> None:
    result = overview(moments("2026-11-02", 9, author=Author.PARTNER))
    assert result.whole.partner.moments == 9
    assert (result.toward.made.of, result.steps) == (0, ())


def test_bids_are_placed_in_the_phase_of_their_day() -> None:
    reading = reading_of(*cycles_before(on("2026-11-10"), 28, 28))
    result = overview(
        moments("2026-10-14", 5),  # the second day of the second cycle
        moments("2026-11-08", 6, AWAY, by=Initiator.PARTNER),
        moments("2026-11-20", 2),  # after the last of them
        reading=reading,
    )
    assert [item.group for item in result.groups] == [Phase.MENSTRUAL, Phase.PREMENSTRUAL]
    assert (result.groups[0].toward.made.part, result.groups[0].toward.made.of) == (5, 5)
    assert (result.groups[1].toward.received.part, result.groups[1].toward.received.of) == (0, 6)
    assert (result.outside, result.estimated) == (2, True)


def test_where_no_bid_lies_in_a_phase_the_declared_stages_make_the_groups() -> None:
    stages = (
        StageDeclaration(on("2026-09-20"), Stage.LATE_TRANSITION),
        StageDeclaration(on("2026-11-01"), Stage.EARLY_POSTMENOPAUSE),
    )
    result = overview(
        moments("2026-09-01", 1),
        moments("2026-09-20", 5),
        moments("2026-11-01", 6),
        reading=reading_of(),
        stages=stages,
    )
    assert [item.group for item in result.groups] == [
        Stage.LATE_TRANSITION,
        Stage.EARLY_POSTMENOPAUSE,
    ]
    assert (result.groups[0].toward.made.of, result.groups[1].toward.made.of) == (5, 6)
    assert result.outside == 1


def test_a_bid_without_an_answer_lies_outside_of_nothing() -> None:
    result = overview(moments("2026-11-02", 3, None))
    assert (result.outside, result.groups, result.steps) == (0, (), ())
