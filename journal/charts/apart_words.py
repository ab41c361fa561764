"""Time apart, in words and numbers: before, while apart, after; none of it good or bad."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from journal.analysis.apart import (
    CODES,
    FEWEST_SPELLS,
    Apart,
    Middle,
    SpellSummary,
    Stretch,
    StretchOfAll,
    StretchSummary,
)
from journal.analysis.quartiles import FEWEST_DAYS
from journal.charts.apart import MOST_SPELLS, apart_figure
from journal.charts.apart_stretches import CODE, STRETCH_WORDS, stretches_figure
from journal.charts.chart import Cell, Chart, ChartTable
from journal.charts.cycle_wheel_words import empty_chart
from journal.domain.labels import counted, date_words, span_words
from journal.domain.ratings import RATINGS

KEY: Final = "time-apart"
TITLE: Final = "Time apart and coming back together"
INVITATION: Final = (
    "Note on a day that you were apart, or name a time apart among your contexts, and you will see "
    "here how close you felt before, while apart and once together again."
)
COLUMNS: Final = (
    *("First day apart", "Days apart"),
    *(
        f"{name}, {what}"
        for name in STRETCH_WORDS.values()
        for what in (
            *(f"{RATINGS[code].name.lower()}{n}" for code in CODES for n in ("", " n")),
            "moments a day",
        )
    ),
    "Connection on the first day together",
)
ALL_SPELLS: Final = "Median of all"
DAYS_KEY: Final = "time-apart-by-day"
DAYS_TITLE: Final = "Day by day around time apart"
DAYS_COLUMNS: Final = ("Counted from", "Day", "Median connection", "Times")
START_NAME: Final = "Apart began"
RETURN_NAME: Final = "Together again"
_IN_WORDS: Final = {
    Stretch.BEFORE: "in the seven days before",
    Stretch.DURING: "while apart",
    Stretch.AFTER: "in the seven days after",
}


def apart_chart(result: Apart) -> Chart:
    """Return the chart of connection before, while apart and after; a row for each spell."""
    if not result.spells:
        return empty_chart(KEY, TITLE, INVITATION, COLUMNS)
    rows = [_row(one) for one in reversed(result.spells)]
    known = any(
        item.ratings[CODE].value is not None for one in result.spells for item in one.stretches
    )
    said = [_spells_words(result), _overall(result), _return(result), _moments(result)]
    rule = f"A median has at least {FEWEST_DAYS} rated days or {FEWEST_SPELLS} times behind it."
    return Chart(
        key=KEY,
        title=TITLE,
        subtitle=_subtitle(result),
        sentence=" ".join(filter(None, [*said, _newest(result) if known else "", rule])),
        table=ChartTable(COLUMNS, (*rows, _row_of_all(result))),
        figure=partial(stretches_figure, result),
        empty=not known,
    )


def apart_days_chart(result: Apart) -> Chart:
    """Return the chart of connection by days from parting, and from coming back together."""
    if not any(one.from_start or one.from_return for one in result.spells):
        missing = INVITATION if not result.spells else _UNRATED
        return empty_chart(DAYS_KEY, DAYS_TITLE, missing, DAYS_COLUMNS)
    rows = [*_day_rows(START_NAME, result.from_start), *_day_rows(RETURN_NAME, result.from_return)]
    return Chart(
        key=DAYS_KEY,
        title=DAYS_TITLE,
        subtitle=_subtitle(result),
        sentence=" ".join(filter(None, _day_sentences(result))),
        table=ChartTable(DAYS_COLUMNS, tuple(rows)),
        figure=partial(apart_figure, result),
    )


_UNRATED: Final = "No connection was rated in the days around; a few ratings make a picture."


def _subtitle(result: Apart) -> str:
    return f"{span_words(result.range_)} · {_times(len(result.spells))}"


def _times(number: int) -> str:
    return counted(number, "time apart", "times apart")


def _spells_words(result: Apart) -> str:
    lengths = [len(one.around.during) for one in result.spells]
    if len(lengths) == 1:
        started = date_words(result.spells[0].around.during.start)
        said = f"One time apart of {counted(lengths[0], 'day')}, from {started} on"
    elif min(lengths) < max(lengths):
        said = f"{_times(len(lengths))} of {min(lengths)} to {max(lengths)} days"
    else:
        said = f"{_times(len(lengths))} of {counted(lengths[0], 'day')} each"
    still = result.spells[-1].around.spell.still_on
    which = "it" if len(lengths) == 1 else "the last"
    return f"{said}; {which} is still on, as far as noted." if still else f"{said}."


def _overall(result: Apart) -> str:
    if any(item.ratings[CODE].value is not None for item in result.overall):
        found = [(item.stretch, item.ratings[CODE]) for item in result.overall]
        return _median_words("Median connection", found, "time")
    newest = result.spells[-1]
    found = [(item.stretch, item.ratings[CODE]) for item in newest.stretches]
    if all(middle.value is None for _, middle in found):
        return f"In none of the stretches was connection rated on {FEWEST_DAYS} days."
    lead = f"Around the one that began on {date_words(newest.around.during.start)}, connection was"
    return _median_words(lead, found, "day", joint="")


def _median_words(
    lead: str, found: list[tuple[Stretch, Middle]], what: str, joint: str = ":"
) -> str:
    said = [
        f"{middle.value:g} {_IN_WORDS[stretch]} ({counted(middle.n, what)})"
        for stretch, middle in found
        if middle.value is not None
    ]
    return f"{lead}{joint} {', '.join(said)}."


def _return(result: Apart) -> str:
    middle = result.on_return
    if middle.value is None:
        return ""
    times = counted(middle.n, "time")
    return f"On the first day together again it was {middle.value:g} ({times})."


def _moments(result: Apart) -> str:
    found = [(item.stretch, item.moments_a_day.value) for item in result.overall]
    if any(value is None for _, value in found):
        return ""
    said = [f"{value:.1f} {_IN_WORDS[stretch]}" for stretch, value in found]
    return f"Moments a day, where anything was recorded: {', '.join(said)}."


def _newest(result: Apart) -> str:
    if len(result.spells) <= MOST_SPELLS:
        return ""
    return f"Faint lines are the newest {MOST_SPELLS}; medians count all."


def _day_sentences(result: Apart) -> list[str]:
    medians = [*result.from_start.values(), *result.from_return.values()]
    said = [_spells_words(result)]
    if any(middle.value is not None for middle in medians):
        said += [
            _turns(result),
            f"Each median has at least {FEWEST_SPELLS} times apart behind it, not always the same.",
        ]
    else:
        said.append(f"A median of a day needs {FEWEST_SPELLS} times apart on which it is rated.")
    return [
        *said,
        "Days apart lie on shaded ground, with a marker of their own.",
        _newest(result),
        "What differs may have many reasons.",
    ]


def _turns(result: Apart) -> str:
    """Say the medians of the days on which things turn."""
    nothing = Middle(None, 0)
    found = [
        (result.from_start.get(-1, nothing), "on the last day before"),
        (result.from_start.get(0, nothing), "on the first apart"),
        (result.from_return.get(-1, nothing), "on the last apart"),
        (result.from_return.get(0, nothing), "on the first together again"),
    ]
    said = [
        f"{middle.value:g} {words} ({counted(middle.n, 'time')})"
        for middle, words in found
        if middle.value is not None
    ]
    return f"Median connection was {', '.join(said)}." if said else ""


def _day_rows(name: str, medians: Mapping[int, Middle]) -> list[tuple[Cell, ...]]:
    return [(name, day, middle.value, middle.n) for day, middle in medians.items()]


def _row(one: SpellSummary) -> tuple[Cell, ...]:
    cells = [cell for stretch in one.stretches for cell in _stretch_cells(stretch)]
    during = one.around.during
    return (during.start.isoformat(), len(during), *cells, one.on_return)


def _stretch_cells(stretch: StretchSummary) -> list[Cell]:
    rated = [cell for code in CODES for cell in _cells(stretch.ratings[code])]
    return [*rated, _rounded(stretch.moments_a_day)]


def _row_of_all(result: Apart) -> tuple[Cell, ...]:
    cells = [cell for stretch in result.overall for cell in _cells_of_all(stretch)]
    return (ALL_SPELLS, result.days, *cells, result.on_return.value)


def _cells_of_all(stretch: StretchOfAll) -> list[Cell]:
    rated = [cell for code in CODES for cell in _cells(stretch.ratings[code])]
    return [*rated, _rounded(stretch.moments_a_day.value)]


def _cells(middle: Middle) -> tuple[Cell, Cell]:
    return (middle.value, middle.n)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
