from collections.abc import Sequence
from datetime import timedelta

import pytest

from journal.cycle.cycles import Cycle, CycleEnd
from journal.cycle.stage_criteria import (
    Reading,
    gaps_of_twelve_months,
    seven_day_difference,
    sixty_day_gap,
)
from journal.cycle.stage_evidence import Finding, Remark, Unreadable
from journal.cycle.stage_gaps import Ending, Gap, readable_gaps, unreadable_time
from journal.domain.contexts import Context, ContextKind
from journal.domain.ranges import ONE_DAY, DateRange
from tests.stage_builders import TODAY, ago, onsets_of


def gaps(
    lengths: Sequence[int], days_since_last: int, contexts: Sequence[Context] = ()
) -> list[Gap]:
    onsets = onsets_of(lengths, days_since_last)
    ends = [*onsets[1:], None]
    cycles = [Cycle(onset, end) for onset, end in zip(onsets, ends, strict=True)]
    return readable_gaps(cycles, unreadable_time(contexts, TODAY), TODAY)


def seven(*lengths: int) -> Reading:
    return seven_day_difference(gaps(lengths, 5))


def sixty(lengths: Sequence[int], days_since_last: int) -> Reading:
    return sixty_day_gap(gaps(lengths, days_since_last), TODAY)


@pytest.mark.parametrize(
    ("lengths", "finding", "remark"),
    [
        ((28, 28, 28), Finding.NOT_MET, None),
        ((28, 34, 28, 34), Finding.NOT_MET, None),
        ((28, 35, 28), Finding.NOT_MET, Remark.ONE_UNUSUAL_CYCLE),
        ((28, 28, 35), Finding.NOT_MET, Remark.NOT_YET_PERSISTENT),
        ((28, 35, 35, 35), Finding.NOT_MET, Remark.NOT_YET_PERSISTENT),
        ((35, 28, 35), Finding.NOT_MET, Remark.ONE_UNUSUAL_CYCLE),
        ((28, 35, 42), Finding.MET, None),
        ((28, 35, 35, 28), Finding.MET, None),
        ((28, 35, 28, 35), Finding.MET, None),
        ((28, 35, 28, 28, 21, 28), Finding.MET, None),
        ((28, 35, *[28] * 9, 35), Finding.MET, None),
        ((28, 35, *[28] * 10, 35), Finding.MET, None),
        ((28, 35, *[28] * 11, 35), Finding.NOT_MET, Remark.NOT_YET_PERSISTENT),
        ((28, 35, *[35] * 9, 28), Finding.MET, None),
        ((28, 35, *[35] * 10, 28), Finding.NOT_MET, Remark.NOT_YET_PERSISTENT),
        ((28, 35, 28, 28, 35, *[28] * 10), Finding.MET, None),
        ((28, 35, 28, 28, 35, *[28] * 11), Finding.NOT_MET, None),
        ((28, 35, *[28] * 11), Finding.NOT_MET, None),
    ],
)
def test_a_difference_counts_when_it_recurs_within_ten_cycles(
    lengths: tuple[int, ...], finding: Finding, remark: Remark | None
) -> None:
    found = seven(*lengths)
    assert (found.criterion.finding, found.remark) == (finding, remark)


def test_two_lengths_are_too_few_to_recur_in() -> None:
    found = seven(28, 40).criterion
    assert (found.finding, found.because) == (Finding.NOT_KNOWABLE, Unreadable.TOO_FEW_CYCLES)


def test_the_deviating_cycles_are_named_with_the_lengths_compared() -> None:
    found = seven(28, 36, 27, 28, 29, 28, 37, 28).criterion
    onsets = onsets_of([28, 36, 27, 28, 29, 28, 37, 28], 5)
    assert found.spans == (DateRange(onsets[1], onsets[2]), DateRange(onsets[6], onsets[7]))
    assert found.lengths_days == ((28, 36), (28, 37))


def test_it_matches_from_the_onset_that_closes_the_second_deviation() -> None:
    assert onsets_of([28, 36, 27, 28, 37, 28], 5)[5] == seven(28, 36, 27, 28, 37, 28).since


def test_a_third_deviation_does_not_move_the_date_it_matches_from() -> None:
    onsets = onsets_of([28, 36, 28, 37, 28, 36], 5)
    assert onsets[4] == seven(28, 36, 28, 37, 28, 36).since


def test_cycles_on_both_sides_of_an_unreadable_time_are_not_compared() -> None:
    pill = Context(ContextKind.HORMONAL_CONTRACEPTION, ago(100), ago(60))
    found = gaps([28, 28, 60, 36, 28], 5, [pill])
    assert [gap.ending for gap in found if gap.ending is not Ending.ONSET][:1] == [
        Ending.UNREADABLE
    ]
    assert seven_day_difference(found).criterion.finding is not Finding.MET


@pytest.mark.parametrize(
    ("lengths", "days_since_last", "finding"),
    [
        ([28, 28, 28], 59, Finding.NOT_MET),
        ([28, 28], 59, Finding.NOT_KNOWABLE),
        ([28, 28], 60, Finding.MET),
        ([59, 28, 28], 10, Finding.NOT_MET),
        ([59], 10, Finding.NOT_KNOWABLE),
        ([60], 10, Finding.MET),
        ([60, 28], 337, Finding.MET),
        ([60, *[28] * 12], 29, Finding.MET),
        ([60, *[28] * 12], 30, Finding.NOT_MET),
    ],
)
def test_a_gap_counts_from_sixty_days_within_a_year(
    lengths: list[int], days_since_last: int, finding: Finding
) -> None:
    assert finding is sixty(lengths, days_since_last).criterion.finding


def test_the_gaps_are_named_and_an_open_one_ends_tomorrow() -> None:
    found = sixty([28, 70, 28], 65)
    onsets = onsets_of([28, 70, 28], 65)
    expected = (DateRange(onsets[1], onsets[2]), DateRange(onsets[3], TODAY + ONE_DAY))
    assert expected == found.criterion.spans
    assert found.criterion.open


def test_it_matches_from_the_sixtieth_day_of_the_first_gap() -> None:
    onsets = onsets_of([28, 70, 28], 65)
    assert onsets[1] + timedelta(days=60) == sixty([28, 70, 28], 65).since


def test_a_chain_of_gaps_matches_from_its_beginning() -> None:
    lengths = [90, *[28] * 8, 62, *[28] * 9]
    assert onsets_of(lengths, 20)[0] + timedelta(days=60) == sixty(lengths, 20).since


def test_a_year_without_a_gap_breaks_the_chain() -> None:
    lengths = [90, *[28] * 12, 62, 28]
    assert onsets_of(lengths, 20)[13] + timedelta(days=60) == sixty(lengths, 20).since


def test_a_gap_that_ran_into_unreadable_time_is_no_gap() -> None:
    pregnant = Context(ContextKind.PREGNANCY, ago(230), ago(212))
    found = gaps([28, 100, 28], 142, [pregnant])
    assert [gap.ending for gap in found] == [
        Ending.ONSET,
        Ending.UNREADABLE,
        Ending.ONSET,
        Ending.TODAY,
    ]
    assert sixty_day_gap(found, TODAY).criterion.spans == (DateRange(ago(142), TODAY + ONE_DAY),)


def test_no_readable_cycle_in_a_year_cannot_tell() -> None:
    pill = Context(ContextKind.HORMONAL_CONTRACEPTION, ago(900), ago(10))
    found = sixty_day_gap(gaps([28, 28], 880, [pill]), TODAY).criterion
    assert (found.finding, found.because) == (Finding.NOT_KNOWABLE, Unreadable.NO_BLEEDING)


@pytest.mark.parametrize(("days", "found"), [(364, 0), (365, 1), (366, 1)])
def test_twelve_months_are_365_days_or_more(days: int, found: int) -> None:
    assert found == len(gaps_of_twelve_months(gaps([28], days), onsets_of([28], days)))
    closed = gaps([days], 3)
    assert found == len(gaps_of_twelve_months(closed, onsets_of([days], 3)))


def test_twelve_months_begin_with_the_last_bleed_also_one_between_menses() -> None:
    between = ago(390)
    bleeds = sorted([*onsets_of([28], 400), between])
    (found,) = gaps_of_twelve_months(gaps([28], 400), bleeds)
    assert between == found.span.start
    assert gaps_of_twelve_months(gaps([28], 370), [*onsets_of([28], 370), ago(360)]) == []


def test_twelve_months_that_passed_before_hormones_stand() -> None:
    hormones = Context(ContextKind.HORMONE_THERAPY, ago(100))
    (found,) = gaps_of_twelve_months(gaps([28], 500, [hormones]), onsets_of([28], 500))
    assert DateRange(ago(500), ago(100)) == found.span


def test_bleeding_of_the_six_weeks_after_a_birth_is_not_read() -> None:
    pregnancy = Context(ContextKind.PREGNANCY, ago(400), ago(100))
    spans = unreadable_time([pregnancy], TODAY)
    assert [DateRange(ago(400), ago(58))] == spans
    assert [ago(57)] == [
        gap.span.start
        for gap in readable_gaps([Cycle(ago(59), ago(57)), Cycle(ago(57))], spans, TODAY)
    ]


@pytest.mark.parametrize("lasts", [100, 400])
def test_a_cycle_with_an_unrecorded_period_is_no_gap(lasts: int) -> None:
    unrecorded = Cycle(ago(lasts + 30), ago(30), CycleEnd.NOT_RECORDED)
    found = readable_gaps([unrecorded, Cycle(ago(30))], [], TODAY)
    assert [ago(30)] == [gap.span.start for gap in found]


def test_a_cycle_that_a_context_ended_has_no_length() -> None:
    found = readable_gaps([Cycle(ago(500), ago(100), CycleEnd.CONTEXT)], [], TODAY)
    assert [gap.ending for gap in found] == [Ending.UNREADABLE]
