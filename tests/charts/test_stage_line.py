import json
from datetime import date

import pytest

from journal.charts.chart import Chart, Shade
from journal.charts.stage_line_words import stage_line_chart
from journal.cycle.onsets import Bleed
from journal.cycle.reading import CycleReading
from journal.cycle.stage_evidence import StageEvidence
from journal.domain.contexts import Context, ContextKind
from journal.domain.stages import Stage, StageDeclaration
from tests.builders import on
from tests.cycle_builders import TODAY, cycles_before, days, open_cycle, reading_of, regular_reading

LAST = on("2024-07-14")
STAGES = (
    StageDeclaration(on("2023-06-01"), Stage.LATE_TRANSITION),
    StageDeclaration(on("2026-07-20"), Stage.EARLY_POSTMENOPAUSE_C),
)


def _stopped(*later: Bleed) -> CycleReading:
    """Make a record that has its final period, and perhaps bleeding long after it."""
    evidence = StageEvidence(
        Stage.EARLY_POSTMENOPAUSE_C, on("2026-07-14"), (), last_bleed=LAST, fmp=LAST
    )
    before = cycles_before(LAST, 75, 48)
    return reading_of(*before, open_cycle(LAST, 40), evidence=evidence, bleeds=later)


def _chart(reading: CycleReading, *contexts: Context) -> Chart:
    return stage_line_chart(reading, STAGES, contexts)


def _lanes(chart: Chart) -> list[str]:
    return [note.text for note in chart.figure(Shade.LIGHT).layout.annotations]


def _names(chart: Chart) -> set[str]:
    return {trace.name for trace in chart.figure(Shade.LIGHT).data}


def test_stages_contexts_bleeds_and_the_time_since_have_a_lane_each() -> None:
    therapy = Context(ContextKind.HORMONE_THERAPY, on("2025-10-03"))
    assert _lanes(_chart(_stopped(), therapy)) == [
        "Late menopausal transition",
        "Early postmenopause, third year and later",
        "Hormone therapy",
        "Bleeds, final period 14 July 2024",
        "2 years 4 months since your last period",
    ]


def test_the_sentence_says_what_the_lanes_show() -> None:
    chart = _chart(_stopped())
    assert chart.sentence == (
        "You named your stage: early postmenopause, third year and later, from 20 July 2026 on. "
        "It is 2 years 4 months since your last period, which began on 14 July 2024. "
        "Twelve months without bleeding followed the period of 14 July 2024, so it is shown as "
        "the final one."
    )
    assert chart.subtitle == "1 June 2023 to 22 November 2026 · 2 stages · 3 bleeds"


def test_a_declared_stage_lasts_until_the_next_one() -> None:
    rows = _chart(_stopped()).table.rows
    assert ("2023-06-01", "2026-07-19", "Stage: Late menopausal transition") in rows
    assert (
        "2026-07-20",
        "goes on",
        "Stage: Early postmenopause, third year and later",
    ) in rows


def test_a_stage_said_twice_keeps_one_lane() -> None:
    stages = [
        StageDeclaration(on("2023-01-01"), Stage.EARLY_TRANSITION),
        StageDeclaration(on("2024-01-01"), Stage.LATE_TRANSITION),
        StageDeclaration(on("2025-01-01"), Stage.EARLY_TRANSITION),
    ]
    chart = stage_line_chart(reading_of(), stages, [])
    assert _lanes(chart) == ["Early menopausal transition", "Late menopausal transition"]
    assert chart.sentence.startswith(
        "You named your stage: early menopausal transition, from 1 January 2025 on."
    )


def test_the_final_period_is_named_only_once_twelve_months_have_passed() -> None:
    assert "Final period" in _names(_chart(_stopped()))
    assert "Final period" not in _names(_chart(regular_reading()))


def test_bleeding_after_the_final_period_does_not_start_the_count_anew() -> None:
    later = Bleed(on("2026-10-01"), on("2026-10-02"), starts_cycle=True)
    chart = _chart(_stopped(later))
    assert "2 years 4 months since your last period" in _lanes(chart)
    assert ("2026-10-01", None, "Bleed began") in chart.table.rows


def test_a_menopause_through_treatment_has_its_own_date() -> None:
    evidence = StageEvidence(None, None, (), menopause_on=on("2022-04-20"))
    chart = stage_line_chart(
        reading_of(*cycles_before(on("2022-04-03"), 28, 30), evidence=evidence), [], []
    )
    assert "Surgical or medical menopause, 20 April 2022" in _lanes(chart)
    assert ("2022-04-20", None, "Surgical or medical menopause") in chart.table.rows
    assert chart.sentence.startswith("You have named no stage.")


def test_a_short_time_since_the_last_period_is_said_in_days() -> None:
    assert "22 days since your last period" in _lanes(_chart(regular_reading(23)))


def test_the_name_of_an_event_cannot_become_markup() -> None:
    named = Context(ContextKind.EVENT, on("2025-03-05"), name="<b>move</b> <a href='x'>")
    chart = _chart(_stopped(), named)
    drawn = json.loads(chart.figure(Shade.LIGHT).to_json())
    words = [note["text"] for note in drawn["layout"]["annotations"]]
    words += [trace["name"] for trace in drawn["data"]]
    words += [text for trace in drawn["data"] for text in trace.get("text", [])]
    assert any("&lt;b&gt;move" in text for text in words)
    assert not any("<b>move" in text or "<a" in text for text in words)
    assert "Context: <b>move</b> <a href='x'>" in [row[2] for row in chart.table.rows]


def test_a_long_name_is_cut_in_the_picture_and_whole_in_the_table() -> None:
    name = "We moved to the sea and everything was different for a long time"
    chart = _chart(_stopped(), Context(ContextKind.EVENT, on("2025-03-05"), name=name))
    assert "We moved to the sea and everything was diff…" in _lanes(chart)
    assert f"Context: {name}" in [row[2] for row in chart.table.rows]


def test_what_has_no_room_in_the_picture_is_counted_and_in_the_table() -> None:
    events = [
        Context(ContextKind.EVENT, on(f"20{10 + n}-03-01"), on(f"20{10 + n}-04-01"), name=f"No {n}")
        for n in range(12)
    ]
    pregnancy = Context(ContextKind.PREGNANCY, on("2009-01-01"), on("2009-10-01"))
    chart = _chart(_stopped(), *events, pregnancy)
    lanes = _lanes(chart)
    assert "Pregnancy" in lanes
    assert "No 11" in lanes
    assert "No 0" not in lanes
    assert "3 more contexts had no room in the picture" in chart.sentence
    assert "Context: No 0" in [row[2] for row in chart.table.rows]


def test_a_span_too_short_to_see_has_a_mark() -> None:
    apart = Context(ContextKind.TIME_APART, on("2025-01-01"), on("2025-01-03"))
    longer = Context(ContextKind.TIME_APART, on("2025-03-01"), on("2025-08-01"))
    figure = _chart(_stopped(), apart, longer).figure(Shade.LIGHT)
    (marks,) = (trace for trace in figure.data if trace.name == "Time apart, dates")
    assert list(marks.marker.opacity) == [1.0, 0.0]


def test_what_begins_after_today_is_not_drawn() -> None:
    later = Context(ContextKind.TIME_APART, TODAY + days(3))
    stages = [StageDeclaration(TODAY + days(3), Stage.LATE_POSTMENOPAUSE)]
    assert stage_line_chart(reading_of(), stages, [later]).empty


def test_with_nothing_to_draw_the_chart_says_what_would_be() -> None:
    chart = stage_line_chart(reading_of(), [], [])
    assert chart.empty
    assert chart.sentence.startswith("Name your stage, note a context or record a bleed")


@pytest.mark.parametrize("shade", list(Shade))
def test_forty_years_of_bleeds_are_one_plain_trace(shade: Shade) -> None:
    reading = reading_of(*cycles_before(TODAY, *([28] * 520)))
    figure = stage_line_chart(reading, STAGES, []).figure(shade)
    assert {trace.type for trace in figure.data} == {"scatter"}
    assert sum(len(trace.x) for trace in figure.data) <= 1_500
    assert '"bdata"' not in figure.to_json()


def test_a_context_of_the_first_year_of_all_is_drawn() -> None:
    pill = Context(ContextKind.HORMONAL_CONTRACEPTION, date.min)
    (start, _) = _chart(regular_reading(), pill).figure(Shade.LIGHT).layout.xaxis.range
    assert start.startswith("0001-01-01")
