"""A measure over the cycle, in words and numbers: what the curve shows, and what it rests on."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from journal.analysis.relations.answers import FALSE_SHARE, HARDLY_POINTS, NotYet
from journal.analysis.relations.cycle_curve import CurvePoint, CycleCurve, CycleCurveReply
from journal.analysis.relations.measure_words import measure_name, spoken
from journal.analysis.relations.size_words import about_words
from journal.analysis.relations.waiting_words import missing_words
from journal.analysis.relations.words import finding_words
from journal.charts.chart import Chart, ChartTable
from journal.charts.cycle_curve import cycle_curve_figure
from journal.charts.cycle_polar import cycle_polar_figure
from journal.charts.cycle_wheel_words import empty_chart
from journal.domain.days import SIGN_PREFIX
from journal.domain.labels import counted, span_words
from journal.domain.ranges import ONE_DAY, DateRange

# Ours: a sign has three steps where a rating has ten points.
HARDLY_STEPS: Final = 0.25
COLUMNS: Final = ("Day of your usual cycle", "The curve", "From", "To", "Days behind it")
ONE_BY_ONE: Final = "Of three parts of the cycle, asked one by one, this stands out:"
HOW_LAID: Final = (
    "Each of your cycles is laid over the others by its share: a day half-way through a long cycle "
    "and one half-way through a short one lie in the same place. Your usual cycle is as long as "
    "the middle one of your complete cycles."
)
HOW_FITTED: Final = (
    "The curve takes account of a slow drift over time, of the days of the week and of time apart, "
    "and of how much one day resembles the day before it. It is held back from waving: days of "
    "nothing but chance give a nearly flat line. The last day runs into the first."
)
HOW_ASKED: Final = (
    "Whether a measure goes with the cycle at all is asked of the five days before a period and "
    "the days around ovulation, both at once. Here it is one question by itself; under “What goes "
    "with what” it stands among all the others, and more is needed to be sure."
)
HOW_DRAWN: Final = (HOW_LAID, HOW_FITTED, HOW_ASKED)


def cycle_curve_chart(
    result: CycleCurveReply, names: Mapping[str, str], *, polar: bool = False
) -> Chart:
    """Return the chart of a measure over the cycle, along a line or round."""
    code = result.question.outcome if isinstance(result, NotYet) else result.code
    name = measure_name(code, names)
    key = f"over-the-cycle-{_slug(code)}"
    title = f"{name} over the cycle"
    if isinstance(result, NotYet):
        sentence = f"The curve cannot be drawn yet: {missing_words(result, names)}"
        return empty_chart(key, title, sentence, COLUMNS)
    figure = cycle_polar_figure if polar else cycle_curve_figure
    return Chart(
        key=f"{key}-round" if polar else key,
        title=title,
        subtitle=_subtitle(result),
        sentence=" ".join(_sentences(result, names, polar=polar)),
        table=ChartTable(COLUMNS, tuple(_row(at) for at in result.whole_days)),
        figure=partial(figure, result),
    )


def _slug(code: str) -> str:
    return code.replace(":", "-").replace("_", "-")


def _subtitle(result: CycleCurve) -> str:
    span = DateRange(result.first, result.last + ONE_DAY)
    days = counted(result.rated_days, "rated day")
    return f"{span_words(span)} · {days} · {counted(result.cycles, 'cycle')}"


def _sentences(result: CycleCurve, names: Mapping[str, str], *, polar: bool) -> list[str]:
    said = [verdict_words(result, names), _band_words(polar=polar)]
    if result.ovulation is not None:
        said.append(_ovulation_words(result))
    if result.forecast_days:
        said.append(
            f"{counted(result.forecast_days, 'day')} of the open cycle "
            f"{_is(result.forecast_days)} placed by the forecast."
        )
    if len(result.runs) < result.cycles:
        drawn = counted(len(result.runs), "cycle")
        said.append(f"The newest {drawn} are drawn; the curve rests on all {result.cycles}.")
    if result.unplaced_days:
        said.append(
            f"{counted(result.unplaced_days, 'rated day')} "
            f"{'has' if result.unplaced_days == 1 else 'have'} no known place in a cycle."
        )
    if result.apart_left_out:
        days = counted(result.apart_left_out, "rated day")
        said.append(f"{days} apart {_is(result.apart_left_out)} left out, as you chose.")
    return said


def verdict_words(result: CycleCurve, names: Mapping[str, str]) -> str:
    """Say whether the measure goes with the cycle, and where it is highest and lowest."""
    of = spoken(result.code, names)
    name = f"{of.subject[0].upper()}{of.subject[1:]}"
    if _hardly(result):
        days = counted(result.rated_days, "day")
        less = about_words(_little(result), of.unit).removeprefix("about ")
        return f"{name} hardly differs over the cycle: less than {less} either way, {days}."
    ends = f"highest around {_at(result.highest)} and lowest around {_at(result.lowest)}"
    if result.whole_p is None or result.whole_p >= FALSE_SHARE:
        return " ".join(_open_words(result, names, ends))
    apart = about_words(result.highest.fit - result.lowest.fit, of.unit, of_ten=True)
    return f"{name} goes with the cycle: it is {ends}, {apart} apart."


def _open_words(result: CycleCurve, names: Mapping[str, str], ends: str) -> Iterator[str]:
    """Say that the whole is open, and which part of the cycle is not, if there is one."""
    both = ", asked of both at once" if result.windows else ""
    yield (
        f"Your record cannot tell yet whether {spoken(result.code, names).subject} differs before "
        f"a period and around ovulation{both}."
    )
    if result.windows:
        yield f"{ONE_BY_ONE} {finding_words(result.windows[0], names)}"
    yield f"The curve is {ends}; how far it may be flatter the band shows."


def _hardly(result: CycleCurve) -> bool:
    """Tell whether the whole band lies within so little of the middle of the curve."""
    little = _little(result)
    middle = (result.highest.fit + result.lowest.fit) / 2
    return all(middle - little < at.low and at.high < middle + little for at in result.points)


def _little(result: CycleCurve) -> float:
    return HARDLY_STEPS if result.code.startswith(SIGN_PREFIX) else HARDLY_POINTS


def _at(at: CurvePoint) -> str:
    return f"day {at.day:g} ({at.fit:.1f}, between {at.low:.1f} and {at.high:.1f})"


def _band_words(*, polar: bool) -> str:
    round_ = "The further from the middle, the higher. " if polar else ""
    return f"{round_}The band is where the curve likely lies, day by day (95 %)."


def _ovulation_words(result: CycleCurve) -> str:
    ovulation = result.ovulation
    if ovulation is None:
        return ""
    day = f"The diamond marks ovulation, around day {round(ovulation.day)}"
    if not ovulation.observed:
        return f"{day}, estimated."
    if ovulation.observed == ovulation.cycles:
        return f"{day}, observed in {counted(ovulation.cycles, 'cycle')}."
    return f"{day}, observed in {ovulation.observed} of {counted(ovulation.cycles, 'cycle')}."


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _row(at: CurvePoint) -> tuple[int | float | None, ...]:
    return (int(at.day), round(at.fit, 1), round(at.low, 1), round(at.high, 1), at.near)
