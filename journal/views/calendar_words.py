"""What the fields of a calendar are called aloud, and how what is shown on them is marked.

Whatever was worked out and not observed is called estimated, aloud and in the legend.
"""

from typing import Final

from journal.analysis.calendar import CalendarDay, MonthView
from journal.analysis.phase_bands import DayStanding
from journal.cycle.basis import Basis
from journal.cycle.phase_words import BASIS_NAMES, PHASE_NAMES
from journal.cycle.phases import Phase
from journal.domain.days import Bleeding
from journal.domain.labels import between_words, counted, date_words
from journal.domain.ranges import DateRange
from journal.domain.ratings import HIGHEST, LOWEST, MIDDLE, Rating, RatingScale

# Form and number of the strokes: amounts must be told apart without colour.
BLEEDING_MARKS: Final = {
    Bleeding.SPOTTING: {"form": "hollow", "strokes": 1},
    Bleeding.LIGHT: {"form": "filled", "strokes": 1},
    Bleeding.MEDIUM: {"form": "filled", "strokes": 2},
    Bleeding.HEAVY: {"form": "filled", "strokes": 3},
    Bleeding.FLOODING: {"form": "filled", "strokes": 4},
    Bleeding.UNSPECIFIED: {"form": "bar", "strokes": 1},
}
_BLEEDING_ALOUD: Final = {
    Bleeding.NONE: "no bleeding",
    Bleeding.SPOTTING: "spotting",
    Bleeding.LIGHT: "light bleeding",
    Bleeding.MEDIUM: "medium bleeding",
    Bleeding.HEAVY: "heavy bleeding",
    Bleeding.FLOODING: "flooding",
    Bleeding.UNSPECIFIED: "bleeding",
}


def colour_step(rating: Rating) -> int:
    """Return which of the six steps of the colour scale a rating takes; 0 has one of its own."""
    return (rating + 1) // 2


def day_words(day: CalendarDay, scale: RatingScale, likely_period: DateRange | None = None) -> str:
    """Say one day: "14 May 2026, mood 7, medium bleeding, 2 moments, cycle day 2"."""
    words = [date_words(day.date)]
    if day.is_today:
        words.append("today")
    if day.future:
        words.append("still to come")
    elif not day.recorded:
        words.append("nothing recorded")
    else:
        rated = "not recorded" if day.rating is None else str(day.rating)
        words.append(f"{scale.name.lower()} {rated}")
    if day.bleeding is not None:
        words.append(_BLEEDING_ALOUD[day.bleeding])
    if day.moments:
        words.append(counted(day.moments, "moment"))
    if day.standing is not None:
        words += standing_words(day.standing)
    if day.period_likely and likely_period is not None:
        words.append(likely_words(likely_period))
    return ", ".join(words)


def standing_words(standing: DayStanding) -> list[str]:
    """Say where a day stands: "cycle day 14", "around ovulation", "estimated"."""
    words = []
    if standing.cycle_day is not None:
        words.append(f"cycle day {standing.cycle_day}")
    if standing.phase is not None and standing.basis is not None:
        words += [PHASE_NAMES[standing.phase].lower(), BASIS_NAMES[standing.basis]]
    if standing.ovulation is not None:
        words.append("likeliest day of ovulation")
        if standing.ovulation is not standing.basis:
            words.append(BASIS_NAMES[standing.ovulation])
    return words


def likely_words(span: DateRange) -> str:
    """Say when a period is likely: "a period is likely between 3 and 7 May"."""
    return f"a period is likely {between_words(span, span.last)}"


def month_words(month: MonthView, scale: RatingScale) -> str:
    """Say one month: "May 2026: mood on 18 days, from 3 to 8, bleeding on 5 days"."""
    name, ratings = scale.name.lower(), month.ratings
    words = f"{month.words}: no {name} recorded"
    if ratings:
        words = f"{month.words}: {name} on {counted(len(ratings), 'day')}"
        lowest, highest = min(ratings), max(ratings)
        words += f", always {lowest}" if lowest == highest else f", from {lowest} to {highest}"
    if month.bleeding_days:
        words += f", bleeding on {counted(month.bleeding_days, 'day')}"
    return words


def legend(scale: RatingScale, *, with_moments: bool) -> list[dict[str, object]]:
    """List samples of what a field can look like, each with its meaning in words."""
    ends = ((LOWEST, scale.lowest), (MIDDLE, scale.middle), (HIGHEST, scale.highest))
    rated: list[dict[str, object]] = [
        {
            "sample": {"state": "rated", "rating": rating, "step": colour_step(rating)},
            "words": f"{scale.name}: {words}",
        }
        for rating, words in ends
    ]
    moments: list[dict[str, object]] = [
        {"sample": {"state": "other", "moments": 2}, "words": "Moments, a dot each, up to three"}
    ]
    return [
        *rated,
        {"sample": {"state": "empty"}, "words": "Nothing recorded"},
        {"sample": {"state": "other"}, "words": f"Recorded, without {scale.name.lower()}"},
        {"sample": _bled(Bleeding.SPOTTING), "words": "Spotting"},
        {"sample": _bled(Bleeding.LIGHT), "words": "Light bleeding"},
        {"sample": _bled(Bleeding.HEAVY), "words": "More strokes, more bleeding: four is flooding"},
        {"sample": _bled(Bleeding.UNSPECIFIED), "words": "Bleeding, amount not noted"},
        *(moments if with_moments else []),
        {"sample": {"state": "empty", "today": True}, "words": "Today"},
    ]


def standing_legend(month: MonthView) -> list[dict[str, object]]:
    """List what stands at the foot of the days of this month, each with its meaning in words."""
    standings = [day.standing for day in month.days if day.standing is not None]
    bands = {(standing.phase, standing.basis) for standing in standings}
    ovulations = {standing.ovulation for standing in standings}
    items: list[dict[str, object]] = []
    if any(standing.cycle_day is not None for standing in standings):
        items.append({"foot": {"number": 14}, "words": "Cycle day"})
    items += [
        {
            "foot": {"phase": phase.value, "basis": basis.value},
            "words": f"{PHASE_NAMES[phase]}, {BASIS_NAMES[basis]}",
        }
        for phase in Phase
        for basis in Basis
        if (phase, basis) in bands
    ]
    items += [
        {
            "foot": {"ovulation": basis.value},
            "words": f"Likeliest day of ovulation, {BASIS_NAMES[basis]}",
        }
        for basis in Basis
        if basis in ovulations
    ]
    if any(day.period_likely for day in month.days):
        items.append({"foot": {"likely": True}, "words": "A period is likely to begin"})
    return items


def _bled(bleeding: Bleeding) -> dict[str, object]:
    return {"state": "other", "bleeding": BLEEDING_MARKS[bleeding]}
