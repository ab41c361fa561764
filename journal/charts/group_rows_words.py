"""A measure by phase and by stage, in words and numbers."""

from collections.abc import Mapping
from functools import partial
from math import ceil
from typing import Final

from journal.analysis.premenstrual_days import Window
from journal.analysis.relations.answers import FALSE_SHARE, HARDLY_POINTS, NotYet
from journal.analysis.relations.groups import Comparison, Group, Groups
from journal.analysis.relations.measure_words import measure_name, spoken
from journal.analysis.relations.questions import CycleWholeQuestion, CycleWindowQuestion
from journal.analysis.relations.size_words import about_words
from journal.analysis.relations.waiting_words import missing_words
from journal.charts.chart import Cell, Chart, ChartTable, Shade
from journal.charts.cycle_wheel_words import empty_chart
from journal.charts.group_rows import count_words, group_rows_figure
from journal.charts.theme import PALETTES, phase_colour
from journal.cycle.phases import Phase
from journal.domain.labels import counted, listed, span_words
from journal.domain.ranges import ONE_DAY, DateRange

# All rows together; more dots than these only make the picture slow.
MOST_DOTS: Final = 1_500
WITHIN: Final = {
    Phase.MENSTRUAL: "in the menstrual days",
    Phase.FOLLICULAR: "in the follicular phase",
    Phase.AROUND_OVULATION: "around ovulation",
    Phase.LUTEAL: "in the luteal phase",
    Phase.PREMENSTRUAL: "in the premenstrual days",
}
PHASE_COLUMNS: Final = (
    *("Phase", "Days", "of them estimated", "Cycles", "Median", "Lower quartile"),
    *("Upper quartile", "Average", "From", "To"),
)
STAGE_COLUMNS: Final = (
    *("Stage", "Days", "Median", "Lower quartile", "Upper quartile", "Average", "From", "To"),
)
NO_PHASES: Final = (
    "No rated day lies in a known phase yet. The first day of a period is enough to begin with."
)
NO_STAGES: Final = (
    "No stage is declared. If you know yours, name it under Cycle, with the day it began, and your "
    "days are laid out by stage here."
)
HOW_AVERAGED: Final = (
    "The median is the middle of the days themselves. The average is worked out with the days of "
    "the week and time apart taken account of; its interval knows that one day resembles the day "
    "before it, so that ten days in a row tell less than ten days apart."
)
HOW_PHASES: Final = (
    "For phases a slow drift over time is taken account of, too. Whether they differ is asked of "
    "all of them at once. Here it is one question by itself; under “What goes with what” the days "
    "before a period and around ovulation stand among all other questions. Phases are named from "
    "your periods and, where you note them, from signs of ovulation; where nothing was observed "
    "they are estimated, and their days are hollow."
)
HOW_STAGES: Final = (
    "A stage is the one you declared, from its day until the next. The averages say how these "
    "times were, with all that happened in them; they do not say that the stage made them so."
)


def by_phase_chart(groups: Groups, names: Mapping[str, str]) -> Chart:
    """Return the chart of a measure by phase."""
    return _chart(groups, names, "phase", PHASE_COLUMNS, NO_PHASES)


def by_stage_chart(groups: Groups, names: Mapping[str, str]) -> Chart:
    """Return the chart of a measure by declared stage."""
    return _chart(groups, names, "stage", STAGE_COLUMNS, NO_STAGES)


def _chart(
    groups: Groups, names: Mapping[str, str], by: str, columns: tuple[str, ...], nothing: str
) -> Chart:
    name = measure_name(groups.code, names)
    key = f"by-{by}-{groups.code.replace(':', '-').replace('_', '-')}"
    title = f"{name} by {by}"
    if not groups.groups:
        return empty_chart(key, title, nothing, columns)
    phases = by == "phase"
    said = _phase_words(groups, names) if phases else _stage_words(groups, names)
    row = _phase_row if phases else _stage_row
    every = ceil(groups.rated_days / MOST_DOTS)
    colour_of = _of_phase if phases else _of_stage
    return Chart(
        key=key,
        title=title,
        subtitle=_subtitle(groups),
        sentence=" ".join([said, *_drawn_words(groups, every)]),
        table=ChartTable(columns, tuple(row(group) for group in groups.groups)),
        figure=partial(group_rows_figure, groups, every, colour_of),
    )


def _of_phase(key: str, shade: Shade) -> str:
    return phase_colour(Phase(key), shade)


def _of_stage(_: str, shade: Shade) -> str:
    return PALETTES[shade].accent


def _subtitle(groups: Groups) -> str:
    days = [day.day for group in groups.groups for day in group.days]
    span = DateRange(min(days), max(days) + ONE_DAY)
    return f"{span_words(span)} · {counted(groups.rated_days, 'rated day')}"


def _phase_words(groups: Groups, names: Mapping[str, str]) -> str:
    of = spoken(groups.code, names)
    compared = groups.comparison
    if groups.lacks:
        waiting = NotYet(CycleWindowQuestion(groups.code, Window.PREMENSTRUAL), groups.lacks)
        return f"Averages cannot be compared yet: {missing_words(waiting, names)}"
    if compared is None:
        return "Averages cannot be compared yet: too few days lie in more than one phase."
    name = f"{of.subject[0].upper()}{of.subject[1:]}"
    days = counted(groups.rated_days, "day")
    if compared.hardly:
        less = about_words(HARDLY_POINTS, of.unit).removeprefix("about ")
        return f"{name} hardly differs between phases: less than {less}, {days}."
    apart = about_words(compared.most.estimate, of.unit, of_ten=True)
    ends = " and ".join(_end_words(groups, compared))
    if compared.p is None or compared.p >= FALSE_SHARE:
        return (
            f"Your record cannot tell yet whether {of.subject} differs between phases: the "
            f"averages lie within {apart}, which may be chance. {days[0].upper()}{days[1:]}."
        )
    return (
        f"{name} differs between phases: on average it is {ends}, {apart} apart "
        f"(likely between {max(compared.most.low, 0):.1f} and {compared.most.high:.1f}; {days})."
    )


def _end_words(groups: Groups, compared: Comparison) -> list[str]:
    said = []
    for word, key in (("highest", compared.highest), ("lowest", compared.lowest)):
        level = groups.group(key).level
        value = "" if level is None else f" ({level.estimate:.1f})"
        said.append(f"{word} {WITHIN[Phase(key)]}{value}")
    return said


def _stage_words(groups: Groups, names: Mapping[str, str]) -> str:
    of = spoken(groups.code, names)
    told = [
        f"{group.level.estimate:.1f} in “{group.name}” (between {group.level.low:.1f} and "
        f"{group.level.high:.1f}, {count_words(group)})"
        for group in groups.groups
        if group.level is not None
    ]
    if groups.lacks:
        waiting = NotYet(CycleWholeQuestion(groups.code), groups.lacks)
        return f"Averages cannot be given yet: {missing_words(waiting, names)}"
    if not told:
        return "Averages cannot be given yet: each stage needs at least five rated days."
    return (
        f"On average {of.subject} was {listed(told)}. "
        "That says how these times were, not what made them so."
    )


def _drawn_words(groups: Groups, every: int) -> list[str]:
    estimated = any(group.estimated_days for group in groups.groups)
    hollow = ", hollow where its phase is estimated" if estimated else ""
    said = [f"A dot is one day{hollow}; the line is the median."]
    if any(group.level for group in groups.groups):
        said.append("The diamond is the average with its 95 % interval.")
    if every > 1:
        said.append(f"Of so many days only one in {every} is drawn; all of them count.")
    if groups.left_out:
        said.append(
            f"{counted(groups.left_out, 'rated day')} "
            f"{'lies' if groups.left_out == 1 else 'lie'} in none of these."
        )
    if groups.apart_left_out:
        verb = "is" if groups.apart_left_out == 1 else "are"
        days = counted(groups.apart_left_out, "rated day")
        said.append(f"{days} apart {verb} left out, as you chose.")
    return said


def _phase_row(group: Group) -> tuple[Cell, ...]:
    first = (group.name, len(group.days), group.estimated_days, group.cycles)
    return (*first, *_middles(group))


def _stage_row(group: Group) -> tuple[Cell, ...]:
    return (group.name, len(group.days), *_middles(group))


def _middles(group: Group) -> tuple[Cell, ...]:
    quarters, level = group.quarters, group.level
    return (
        *(
            (None, None, None)
            if quarters is None
            else (quarters.median, quarters.lower, quarters.upper)
        ),
        *(
            (None, None, None)
            if level is None
            else (round(level.estimate, 1), round(level.low, 1), round(level.high, 1))
        ),
    )
