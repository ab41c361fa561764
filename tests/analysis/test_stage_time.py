from journal.analysis.stage_time import stage_time
from journal.domain.contexts import Context, ContextKind
from journal.domain.stages import Stage, StageDeclaration
from tests.builders import on
from tests.cycle_builders import TODAY, cycles_before, days, reading_of


def test_the_line_begins_with_the_first_of_anything_and_ends_today() -> None:
    reading = reading_of(*cycles_before(on("2026-10-01"), 28, 28))
    apart = Context(ContextKind.TIME_APART, on("2020-02-03"), on("2020-03-01"))
    result = stage_time(
        reading, [StageDeclaration(on("2024-01-01"), Stage.EARLY_TRANSITION)], [apart]
    )
    assert (on("2020-02-03"), TODAY) == (result.range_.start, result.range_.last)


def test_a_short_record_still_has_three_months_of_line() -> None:
    result = stage_time(reading_of(*cycles_before(TODAY - days(3), 10)), [], [])
    assert len(result.range_) == 90


def test_two_stages_of_one_day_leave_the_line_to_the_last_of_them() -> None:
    day = on("2026-01-01")
    stages = [
        StageDeclaration(day, Stage.EARLY_TRANSITION),
        StageDeclaration(day, Stage.LATE_TRANSITION),
    ]
    lanes = stage_time(reading_of(), stages, []).stages
    assert len(lanes) == 1
    assert lanes[0].goes_on


def test_a_context_that_has_ended_does_not_go_on() -> None:
    ended = Context(ContextKind.HORMONE_THERAPY, on("2026-01-01"), TODAY)
    lasting = Context(ContextKind.PCOS, on("2026-01-01"))
    lanes = stage_time(reading_of(), [], [ended, lasting]).contexts
    assert {lane.name: lane.goes_on for lane in lanes} == {
        "Hormone therapy": False,
        "Polycystic ovary syndrome (PCOS)": True,
    }
