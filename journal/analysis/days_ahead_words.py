"""The days ahead in words: what her record shows and when, or what is missing for it."""

from datetime import date
from typing import Final

from journal.analysis.day_memory_words import lacks_words, points_words
from journal.analysis.days_ahead import (
    ASKED,
    FALSE_SHARE,
    DaysAhead,
    DaysAheadAnswer,
    LowerRating,
    NoDaysAhead,
    NoDaysBecause,
)
from journal.analysis.premenstrual_days import PremenstrualDays, PremenstrualNotYet
from journal.cycle.forecast_words import silence_words
from journal.domain.labels import between_words, counted, listed, near_date_words

# An interval that keeps within half a point of none says that there is hardly any difference.
HARDLY_POINTS: Final = 0.5
HOW_KNOWN: Final = (
    (
        "Your ratings on the five days before a period are compared with those of your other cycle "
        "days. The trend, the days of the week and the days around ovulation are taken account of, "
        "and so is that one day resembles the next. Mood and connection are asked about, and the "
        "span between the two numbers is wide enough for both. At most the newest three years "
        "count."
    ),
    (
        "The dates are the five days before the next period, wherever in its likely span it falls. "
        "They are a likelihood and move with the forecast."
    ),
)


def days_ahead_words(found: DaysAheadAnswer, today: date) -> str:
    """Say what the record shows and when such days are likely, or why no days are named."""
    return " ".join(days_ahead_sentences(found, today))


def days_ahead_sentences(found: DaysAheadAnswer, today: date) -> list[str]:
    """Return the same, sentence by sentence."""
    if isinstance(found, NoDaysAhead):
        return [_why_not(found, today)]
    return [*(lower_words(rating) for rating in found.lower), when_words(found, today)]


def lower_words(rating: LowerRating) -> str:
    """Say how much lower a rating is, between what, and on how much that rests."""
    rated = counted(rating.days, "rated day")
    cycles = counted(rating.cycles, "cycle")
    placed = (
        f", {counted(rating.forecast_days, 'day')} of them placed by the forecast"
        if rating.forecast_days
        else ""
    )
    return (
        f"In your record {rating.code} was about {points_words(rating.points)} points of ten lower "
        f"on the five days before a period (between {points_words(rating.low)} and "
        f"{points_words(rating.high)}; {rated}, {cycles}{placed})."
    )


def when_words(found: DaysAhead, today: date) -> str:
    """Say when such days are likely; of a span that has begun until when."""
    if found.span.start > today:
        return f"The next such days are likely {between_words(found.span, today)}."
    if found.span.last <= today:
        return "Today is likely still one of such days."
    return f"Such days are likely now, until {near_date_words(found.span.last, today)}."


def _why_not(found: NoDaysAhead, today: date) -> str:
    if found.silence is not None:
        return silence_words(found.silence, today, found.situation)
    if found.because is NoDaysBecause.TOO_LITTLE:
        return _not_yet_words(found.not_yet[0])
    return _not_lower_words(found.not_lower)


def _not_yet_words(missing: PremenstrualNotYet) -> str:
    begun = (
        f"Your record cannot tell yet whether {listed(list(ASKED), 'or')} is lower before a period"
    )
    if not missing.lacks:
        return f"{begun}."
    return f"{begun}: for {missing.code}, {lacks_words(missing.lacks)}"


def _not_lower_words(asked: tuple[PremenstrualDays, ...]) -> str:
    names = listed([answer.code for answer in asked], "or")
    days = counted(max(answer.compared_days for answer in asked), "rated day")
    cycles = counted(max(answer.cycles for answer in asked), "cycle")
    if all(hardly_differs(answer, len(asked)) for answer in asked):
        both = listed([answer.code for answer in asked])
        verb = "differs" if len(asked) == 1 else "differ"
        return (
            f"In your record {both} hardly {verb} on the five days before a period: by less than "
            f"half a point of ten ({days}, {cycles})."
        )
    return (
        f"Your record does not show so far that {names} is lower on the five days before a period "
        f"({days}, {cycles}), so no days ahead are named."
    )


def hardly_differs(answer: PremenstrualDays, asked: int) -> bool:
    """Say whether the interval, wide enough for all asked, keeps within half a point of none."""
    low, high = answer.effect.interval(1 - FALSE_SHARE / asked)
    return low > -HARDLY_POINTS and high < HARDLY_POINTS
