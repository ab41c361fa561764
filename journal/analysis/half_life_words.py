"""The half-life in words: what her record speaks for, or what is missing; how it was judged."""

from typing import Final

from journal.analysis.day_memory_words import lacks_words
from journal.analysis.half_life import HalfLife, HalfLifeFit, HalfLifeNotYet, UntoldBecause
from journal.domain.labels import counted

HOW_JUDGED: Final = (
    (
        "Each of your connection ratings is compared with what your moments brought on the days "
        "before, for half-lives from half a day to 16 days. Your trend, the days of the week, the "
        "day’s own moments and days apart are taken account of, and so is that one day resembles "
        "the next. At most the newest three years count."
    ),
    (
        "A half-life is told only where connection is higher with more behind it, by more than "
        "chance would bring about once in twenty, and where the span that holds nine tenths of the "
        "weight is narrow enough to be of use."
    ),
    "It is what goes together in your notes; it says nothing about hormones, or about causes.",
)
CANNOT_TELL: Final = "Your record cannot tell yet"
# From here on halves of a day are finer than any record.
WHOLE_FROM_DAYS: Final = 4


def offered_days(fit: HalfLifeFit) -> float:
    """Return the half-life that is offered: the best one as it is said, in halves or whole days."""
    return rounded_days(fit.days)


def rounded_days(days: float) -> float:
    """Round to half days, from four days on to whole ones; half a day at the least."""
    if days >= WHOLE_FROM_DAYS:
        return float(int(days + 0.5))
    return max(int(days * 2 + 0.5) / 2, 0.5)


def days_words(days: float) -> str:
    """Write a rounded number of days: "half a day", "1 day", "1½ days"."""
    if days < 1:
        return "half a day"
    return counted(int(days), "day") if days == int(days) else f"{int(days)}½ days"


def half_life_words(found: HalfLife) -> str:
    """Say what the record speaks for, or what is missing."""
    if isinstance(found, HalfLifeNotYet):
        return _not_yet_words(found)
    low, high = (rounded_days(days) for days in found.narrow)
    about = (
        f"Half of the warmth is gone after about {days_words(offered_days(found))} in your record"
    )
    within = f"between {_end_words(low)} and {days_words(high)}"
    if low == high:
        within = "within about half a day"
    rated = counted(found.rated_days, "rated day")
    return f"{about} ({within}; {rated}). You can set the account to this."


def _end_words(days: float) -> str:
    """Write the lower end of a span, whose upper end says "days": "half a day", "1", "1½"."""
    if days < 1:
        return "half a day"
    return f"{int(days)}" if days == int(days) else f"{int(days)}½"


def _not_yet_words(found: HalfLifeNotYet) -> str:
    if found.because is UntoldBecause.TOO_LITTLE:
        return f"{CANNOT_TELL}: {lacks_words(found.lacks)}"
    rated = counted(found.rated_days, "rated day")
    if found.because is UntoldBecause.NO_CARRY_OVER:
        return (
            f"{CANNOT_TELL}: over {rated}, connection is not clearly higher on the days after more "
            "moments. More days may show it, or it may not be so for you."
        )
    return (
        f"{CANNOT_TELL}: over {rated}, connection is higher on the days after more moments, but "
        "for how long could be almost anything. More days will narrow it."
    )
