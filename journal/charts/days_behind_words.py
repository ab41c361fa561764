"""The days behind a finding, in words and numbers: every day, and the middle of each group."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from journal.analysis.relations.days_behind import DayBehind, DayGroup, DaysBehind, GroupKind
from journal.analysis.relations.measure_words import measure_name, spoken
from journal.analysis.relations.questions import (
    APART,
    ChangeQuestion,
    CycleWholeQuestion,
    CycleWindowQuestion,
    ModerationQuestion,
    Question,
    RelationQuestion,
    Timing,
)
from journal.analysis.relations.size_words import number_words
from journal.analysis.relations.words import question_code, since_words
from journal.charts.chart import Cell, Chart, ChartTable
from journal.charts.cycle_wheel_words import empty_chart
from journal.charts.days_behind import DotDay, DotGroup, days_behind_figure
from journal.charts.measure_look import measure_panel
from journal.domain.days import SIGN_PREFIX, SignStrength
from journal.domain.labels import STRENGTH_WORDS, counted, date_words

KEY: Final = "days-behind"
NOTHING: Final = "No day of this time holds both."
AS_NOTED: Final = (
    "These are the days as you noted them; the finding also allows for trend, week, cycle and time "
    "apart, so the two need not agree."
)
HEIGHT: Final = 240
OTHER_DAYS: Final = "Other days"
TOGETHER: Final = "Together"
APART_NAME: Final = "Apart"
NAMES: Final = {
    GroupKind.PREMENSTRUAL: "Before a period",
    GroupKind.AROUND_OVULATION: "Around ovulation",
    GroupKind.PERIOD: "A period’s first days",
    GroupKind.OTHER_CYCLE_DAYS: OTHER_DAYS,
    GroupKind.BEFORE: "Before",
    GroupKind.SINCE: "Since",
}
HEADS: Final = {GroupKind.MODERATOR_LOW: "lower", GroupKind.MODERATOR_HIGH: "high"}
STRENGTHS: Final = [STRENGTH_WORDS[strength] for strength in SignStrength]
# How a group is spoken of behind its days; a value stands behind "with".
_SPOKEN: Final = {
    **{name: name.lower() for name in (*NAMES.values(), TOGETHER, APART_NAME)},
    **{name: f"when {name.lower()}" for name in STRENGTHS},
    STRENGTH_WORDS[SignStrength.ABSENT]: "without it",
}
Names = Mapping[str, str]


def days_behind_chart(result: DaysBehind, names: Names) -> Chart:
    """Return the chart of the days a question rests on."""
    question = result.question
    outcome = measure_name(question.outcome, names)
    grouped_by = _grouped_by(question, names)
    title = f"The days behind it: {_title(question, grouped_by, names)}"
    columns = ("Date", _number_name(question, grouped_by), outcome, "Group")
    key = f"{KEY}-{question_code(question)}"
    if not result.days:
        return empty_chart(key, title, NOTHING, columns)
    groups = [_dot_group(place, result, names) for place in range(len(result.groups))]
    panel = measure_panel(question.outcome, outcome, HEIGHT)
    return Chart(
        key=key,
        title=title,
        subtitle=counted(len(result.days), "day"),
        sentence=" ".join(_sentences(result, groups, names)),
        table=ChartTable(columns, tuple(_row(day, groups) for day in result.days)),
        figure=partial(days_behind_figure, groups, grouped_by, panel),
    )


def _title(question: Question, grouped_by: str, names: Names) -> str:
    noun = spoken(question.outcome, names).noun
    match question:
        case CycleWholeQuestion() | CycleWindowQuestion():
            return f"{noun} over the cycle"
        case ChangeQuestion():
            return f"{noun} {_lower(grouped_by)}"
        case _:
            return f"{noun} by {_lower(grouped_by)}"


def _grouped_by(question: Question, names: Names) -> str:
    match question:
        case CycleWholeQuestion() | CycleWindowQuestion():
            return "Where in the cycle"
        case ChangeQuestion():
            words = since_words(question.change)
            return f"Before and {words}"
        case ModerationQuestion():
            return f"{measure_name(question.exposure, names)}, the day before"
        case RelationQuestion():
            name = measure_name(question.exposure, names)
            return name if question.timing is Timing.SAME_DAY else f"{name}, the day before"


def _number_name(question: Question, grouped_by: str) -> str:
    match question:
        case CycleWholeQuestion() | CycleWindowQuestion():
            return "Days from the next period"
        case ChangeQuestion():
            return "Days from the change"
        case _:
            return grouped_by


def _dot_group(place: int, result: DaysBehind, names: Names) -> DotGroup:
    group, question = result.groups[place], result.question
    days = tuple(
        DotDay(day.day, day.outcome, f"{date_words(day.day)}: {number_words(day.outcome)}")
        for day in result.days
        if day.group == place
    )
    head = ""
    if group.kind in HEADS and isinstance(question, ModerationQuestion):
        head = f"{measure_name(question.moderator, names)} {HEADS[group.kind]}"
    name = _group_name(group, question)
    return DotGroup(name, days, group.days, group.lower, group.median, group.upper, head)


def _group_name(group: DayGroup, question: Question) -> str:
    if group.kind in NAMES:
        return NAMES[group.kind]
    exposure = (
        question.exposure if isinstance(question, RelationQuestion | ModerationQuestion) else ""
    )
    if exposure == APART:
        return APART_NAME if group.low else TOGETHER
    if exposure.startswith(SIGN_PREFIX) and group.low == group.high:
        return STRENGTHS[int(group.low)]
    low, high = number_words(group.low), number_words(group.high)
    return low if low == high else f"{low} to {high}"


def _sentences(result: DaysBehind, groups: list[DotGroup], names: Names) -> list[str]:
    noun = spoken(result.question.outcome, names).noun
    known = [group for group in groups if group.median is not None]
    said = []
    if known:
        parts = [_group_words(group) for group in known]
        said.append(f"The middle of {noun} is {'; '.join(parts)}.")
    thin = len(groups) - len(known)
    if thin:
        said.append(f"{counted(thin, 'group')} of fewer than three days without a middle.")
    return [*said, AS_NOTED]


def _group_words(group: DotGroup) -> str:
    middle, days = number_words(group.median or 0.0), counted(group.count, "day")
    if group.name == OTHER_DAYS:
        return f"{middle} on {group.count:,} {_lower(group.name)}"
    head = f"with {_lower(group.head)} and {group.name}" if group.head else ""
    return f"{middle} on {days} {head or _SPOKEN.get(group.name) or f'with {group.name}'}"


def _row(day: DayBehind, groups: list[DotGroup]) -> tuple[Cell, ...]:
    group = groups[day.group]
    name = f"{group.head}: {group.name}" if group.head else group.name
    return (day.day.isoformat(), _plain(day.exposure), _plain(day.outcome), name)


def _plain(number: float) -> float:
    return int(number) if number == int(number) else round(number, 2)


def _lower(words: str) -> str:
    return f"{words[0].lower()}{words[1:]}"
