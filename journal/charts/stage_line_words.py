"""Stages, contexts and bleeds on one line of time, in words and numbers."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from journal.analysis.stage_time import Lane, StageTime, stage_time
from journal.charts.chart import Cell, Chart, ChartTable
from journal.charts.cycle_wheel_words import empty_chart
from journal.charts.stage_line import since_words, stage_line_figure
from journal.cycle.reading import CycleReading
from journal.domain.contexts import Context
from journal.domain.labels import counted, date_words, span_words
from journal.domain.stages import StageDeclaration

KEY: Final = "stage-line"
TITLE: Final = "Your stages over time"
COLUMNS: Final = ("First day", "Last day", "What")
MISSING: Final = (
    "Name your stage, note a context or record a bleed, and it appears here on one line of time."
)
MENOPAUSE: Final = "Surgical or medical menopause"
GOES_ON: Final = "goes on"


def stage_line_chart(
    reading: CycleReading, stages: Sequence[StageDeclaration], contexts: Sequence[Context]
) -> Chart:
    """Return the chart of what she declared and recorded, on one line of time."""
    result = stage_time(reading, stages, contexts)
    if result.is_empty:
        return empty_chart(KEY, TITLE, MISSING, COLUMNS)
    return Chart(
        key=KEY,
        title=TITLE,
        subtitle=_subtitle(result),
        sentence=" ".join(_sentences(result)),
        table=ChartTable(COLUMNS, tuple(sorted(_rows(result), key=_first_day))),
        figure=partial(stage_line_figure, result),
    )


def _subtitle(result: StageTime) -> str:
    contexts = len(result.contexts) + len(result.left_out)
    counts = ((len(result.stages), "stage"), (contexts, "context"), (len(result.bleeds), "bleed"))
    said = [counted(number, what) for number, what in counts if number]
    return " · ".join([span_words(result.range_), *said])


def _sentences(result: StageTime) -> list[str]:
    said = [_stages(result)]
    if result.last_period:
        when = date_words(result.last_period)
        said.append(f"It is {since_words(result)}, which began on {when}.")
    else:
        said.append("No bleed is recorded.")
    if result.final_period:
        said.append(
            f"Twelve months without bleeding followed the period of "
            f"{date_words(result.final_period)}, so it is shown as the final one."
        )
    if result.menopause_on:
        said.append(f"{MENOPAUSE} is dated {date_words(result.menopause_on)}.")
    if result.contexts:
        said.append(f"Contexts: {'; '.join(lane.name for lane in result.contexts)}.")
    if result.left_out:
        number = counted(len(result.left_out), "more context")
        said.append(f"{number} had no room in the picture; the numbers below have all of them.")
    return said


def _stages(result: StageTime) -> str:
    if not result.stages:
        return "You have named no stage."
    current = next((lane for lane in result.stages if lane.goes_on), None)
    if current is None:
        return ""
    words = f"{current.name[0].lower()}{current.name[1:]}"
    return f"You named your stage: {words}, from {date_words(current.spans[-1].start)} on."


def _rows(result: StageTime) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = [
        row for lane in result.stages for row in _lane_rows(lane, "Stage")
    ]
    for lane in (*result.contexts, *result.left_out):
        rows += _lane_rows(lane, "Context")
    names = dict.fromkeys(result.bleeds, "Bleed began")
    if result.last_period:
        names[result.last_period] = f"Last period began, {since_words(result)}"
    if result.final_period:
        names[result.final_period] = f"Final period began, {since_words(result)}"
    rows += [(day.isoformat(), None, name) for day, name in names.items()]
    if result.menopause_on:
        rows.append((result.menopause_on.isoformat(), None, MENOPAUSE))
    return rows


def _lane_rows(lane: Lane, kind: str) -> list[tuple[Cell, ...]]:
    lasts: list[str] = [span.last.isoformat() for span in lane.spans]
    if lane.goes_on:
        lasts[-1] = GOES_ON
    return [
        (span.start.isoformat(), last, f"{kind}: {lane.name}")
        for span, last in zip(lane.spans, lasts, strict=True)
    ]


def _first_day(row: tuple[Cell, ...]) -> str:
    return str(row[0])
