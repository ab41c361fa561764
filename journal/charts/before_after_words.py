"""Before and after a change, in words and numbers: when, and never why."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from journal.analysis.relations.answers import FALSE_SHARE, HARDLY_POINTS, NotYet
from journal.analysis.relations.before_after import BeforeAfter, Side, Step
from journal.analysis.relations.measure_words import Spoken, measure_name, shortened, spoken
from journal.analysis.relations.questions import ChangeQuestion, ChangeSource, DatedChange
from journal.analysis.relations.size_words import about_words
from journal.analysis.relations.waiting_words import missing_words
from journal.charts.before_after import before_after_figure
from journal.charts.chart import Cell, Chart, ChartTable
from journal.charts.cycle_wheel_words import empty_chart
from journal.domain.labels import counted, date_words

LONGEST_NAME: Final = 60  # the longest name of a stage is shorter
COLUMNS: Final = ("Side", "Days from the change", "Date", "Value")
HOW_LAID: Final = (
    "The days before and after are laid out from the change. The line of each side is the median "
    "of the week before to the week after a day, where at least five of these days are rated."
)
HOW_ASKED: Final = (
    "The change is the step between both sides on that day, beyond a slow drift that went on all "
    "the while, with the days of the week, time apart and, in a longer record, the place in the "
    "cycle taken account of. Each side needs twenty rated days. Here it is one question by itself."
)
HOW_READ: Final = (
    "It says when, not why. Whatever else began about that day is in it too, and a drift that "
    "bends can look like a step."
)


def before_after_chart(result: BeforeAfter, names: Mapping[str, str]) -> Chart:
    """Return the chart of a measure around a change."""
    name = measure_name(result.code, names)
    key = f"before-and-after-{result.code.replace(':', '-').replace('_', '-')}"
    title = f"{name} before and after"
    if not (result.before.days or result.after.days):
        near = f"{counted(result.reach_days, 'day')} before or after {_when(result.change)}"
        return empty_chart(key, title, f"No rated day lies within {near}.", COLUMNS)
    return Chart(
        key=key,
        title=title,
        subtitle=_subtitle(result),
        sentence=" ".join(_sentences(result, names)),
        table=ChartTable(COLUMNS, (*_rows("before", result.before), *_rows("after", result.after))),
        figure=partial(before_after_figure, result),
    )


def change_words(change: DatedChange) -> str:
    """Name a change with its date, for a choice: "Moving house, began 3 March 2026"."""
    when = date_words(change.day)
    return {
        ChangeSource.CONTEXT_START: f"{change.name}, began {when}",
        ChangeSource.CONTEXT_END: f"{change.name}, ended {when}",
        ChangeSource.STAGE: f"{change.name}, from {when}",
        ChangeSource.OWN: when,
        ChangeSource.SEVERAL: when,
    }[change.source]


def _when(change: DatedChange) -> str:
    name = f"“{shortened(change.name, LONGEST_NAME)}”"
    return {
        ChangeSource.CONTEXT_START: f"{name} began",
        ChangeSource.CONTEXT_END: f"{name} ended",
        ChangeSource.STAGE: f"you named {name}",
        ChangeSource.OWN: date_words(change.day),
        ChangeSource.SEVERAL: date_words(change.day),
    }[change.source]


def _subtitle(result: BeforeAfter) -> str:
    days = [
        f"{counted(len(side.days), 'rated day')} {where}"
        for side, where in ((result.before, "before"), (result.after, "after"))
    ]
    return " · ".join([change_words(result.change), *days])


def _sentences(result: BeforeAfter, names: Mapping[str, str]) -> list[str]:
    of = spoken(result.code, names)
    if result.step is None:
        said = [_missing_words(result, names)]
    else:
        said = [step_words(result.step, of, _when(result.change)), "It says when, not why."]
    said.append("Each line is the median of about two weeks of its own side.")
    if result.step is not None:
        said.append(
            "The dashed line is the level before the change; the diamond is the level after it, "
            "with its 95 % interval."
        )
    if result.apart_left_out:
        verb = "is" if result.apart_left_out == 1 else "are"
        days = counted(result.apart_left_out, "rated day")
        said.append(f"{days} apart {verb} left out, as you chose.")
    return said


def step_words(step: Step, of: Spoken, when: str) -> str:
    """Say what changed, or that the record cannot tell, or that nothing much did."""
    size = step.size
    name = f"{of.subject[0].upper()}{of.subject[1:]}"
    if size.low > -HARDLY_POINTS and size.high < HARDLY_POINTS:
        less = about_words(HARDLY_POINTS, of.unit).removeprefix("about ")
        return f"{name} hardly differs after {when}: less than {less}."
    between = f"between {_signed(size.low, of)} and {_signed(size.high, of)}"
    if step.p >= FALSE_SHARE:
        return (
            f"Your record cannot tell whether {of.subject} changed after {when}: anything "
            f"{between} would fit."
        )
    much = about_words(size.estimate, of.unit, of_ten=True)
    return f"{name} is {much} {of.way(size.estimate)} after {when} than before ({between})."


def _signed(points: float, of: Spoken) -> str:
    return f"{abs(points):.1f} {of.way(points)}"


def _missing_words(result: BeforeAfter, names: Mapping[str, str]) -> str:
    if not result.lacks:
        return "Too little varies in these days to tell whether something changed."
    waiting = NotYet(ChangeQuestion(result.code, result.change), result.lacks)
    return f"It cannot be told yet whether something changed: {missing_words(waiting, names)}"


def _rows(name: str, side: Side) -> list[tuple[Cell, ...]]:
    return [(name, day.offset, day.day.isoformat(), day.value) for day in side.days]
