"""What changed, what held and what cannot be told, in sentences."""

from typing import Final

from journal.analysis.day_memory_gate import FEWEST_RATED_DAYS
from journal.analysis.relations.measure_words import Spoken, measure_name, spoken
from journal.analysis.relations.size_words import Unit, number_words, size_words
from journal.analysis.relations.words import difference_words
from journal.analysis.review.measures import (
    FEWEST_EACH_SIDE,
    Compared,
    Side,
    Verdict,
    about_the_same,
)
from journal.analysis.review.review import Review
from journal.domain.days import SIGN_PREFIX
from journal.domain.labels import counted

# More of them are a table, not a list; the largest differences in days come first.
MOST_SIGNS: Final = 8
NOT_YET: Final = (
    f"No difference can be worked out yet: it takes {FEWEST_EACH_SIDE} days in each of the two "
    f"spans, and {FEWEST_RATED_DAYS} in half a year."
)
ANYTHING: Final = "The difference may have been anything within these:"
NONE_CHANGED: Final = "None of them can be told from the usual ups and downs of your days."


def looked_at_lines(review: Review) -> tuple[str, ...]:
    """Say how many differences were looked at, and whether none is sure."""
    if not review.looked_at:
        return (NOT_YET,)
    said = f"{counted(review.looked_at, 'difference')} looked at; what is said allows for that."
    if review.by_cycle:
        said += " Where in your cycle the days lie is taken account of."
    changed = review.of(Verdict.MORE, Verdict.LESS)
    return (said,) if changed else (said, NONE_CHANGED)


def changed_items(review: Review) -> tuple[str, ...]:
    """Say of each measure that changed, how much and how surely."""
    return tuple(_changed(item, review) for item in review.of(Verdict.MORE, Verdict.LESS))


def held_items(review: Review) -> tuple[str, ...]:
    """Say of each measure that held, within what."""
    return tuple(_held(item, review) for item in review.of(Verdict.SAME))


def unclear_items(review: Review) -> tuple[str, ...]:
    """Say of each measure but the signs what could be, where it cannot be told."""
    return tuple(
        _unclear(item, review) for item in review.of(Verdict.UNCLEAR) if not _is_sign(item)
    )


def too_few_items(review: Review) -> tuple[str, ...]:
    """Give the middle of each measure but the signs where no difference can be worked out."""
    return tuple(
        f"{measure_name(item.measure, review.names)}: {_then_and_now(item)}"
        for item in review.of(Verdict.TOO_FEW)
        if not _is_sign(item)
    )


def sign_items(review: Review) -> tuple[str, ...]:
    """Count the days of each sign out of those it was noted on, those with the most days first."""
    signs = [item for item in review.compared if _is_sign(item) and _present(item)]
    signs.sort(key=lambda item: (-item.now.above_zero, -item.before.above_zero))
    said = [
        f"{measure_name(item.measure, review.names)}: {_of_noted(item.now)}, "
        f"before {_of_noted(item.before)}"
        for item in signs[:MOST_SIGNS]
    ]
    left = len(signs) - MOST_SIGNS
    return (*said, *([f"{counted(left, 'more sign')}, on no more days"] if left > 0 else []))


def days_words(item: Compared) -> str:
    """Say how many days a difference rests on: "26 and 24 days"."""
    return f"{item.now.days:,} and {counted(item.before.days, 'day')}"


def _changed(item: Compared, review: Review) -> str:
    outcome = spoken(item.measure, review.names)
    estimate, (low, high) = _estimate(item), _interval(item)
    near, far = sorted((abs(low), abs(high)))
    first, last = (size_words(end, outcome.unit) for end in (near, far))
    spread = f"close to {first}" if first == last else f"between {first} and {last}"
    return (
        f"{_subject(outcome)} was {difference_words(estimate, outcome, of_ten=True)} than before "
        f"({spread}; {days_words(item)})."
    )


def _held(item: Compared, review: Review) -> str:
    outcome = spoken(item.measure, review.names)
    margin = size_words(about_the_same(item.measure), outcome.unit)
    return f"{_subject(outcome)} differed by less than {margin} ({days_words(item)})."


def _unclear(item: Compared, review: Review) -> str:
    outcome = spoken(item.measure, review.names)
    low, high = _interval(item)
    if low * high < 0:
        spread = f"from {abs(low):.1f} {outcome.way(low)} to {high:.1f} {outcome.way(high)}"
    else:
        near, far = sorted((abs(low), abs(high)))
        spread = f"from {near:.1f} to {far:.1f} {outcome.way(low + high)}"
    return f"{_subject(outcome)}: {spread} ({days_words(item)})"


def _of_noted(side: Side) -> str:
    """Count the days of a sign: "5 of 12 days noted"; silence is not a day without it."""
    if not side.days:
        return "not noted"
    return f"{side.above_zero:,} of {counted(side.days, 'day')} noted"


def _then_and_now(item: Compared) -> str:
    """Give both middles with their days; only the days where they are very few."""
    now, before = item.now, item.before
    if now.median is None or before.median is None:
        return f"{counted(now.days, 'day')}, before {before.days:,}"
    return (
        f"{number_words(now.median)} on a middle day, before {number_words(before.median)} "
        f"({days_words(item)})"
    )


def _subject(outcome: Spoken) -> str:
    words = f"{outcome.subject}{' a day' if outcome.unit is Unit.COUNT else ''}"
    return f"{words[0].upper()}{words[1:]}"


def _estimate(item: Compared) -> float:
    found = item.finding
    return 0.0 if found is None else found.answer.estimate or 0.0


def _interval(item: Compared) -> tuple[float, float]:
    found = item.finding
    if found is None or found.low is None or found.high is None:
        return 0.0, 0.0
    return found.low, found.high


def _is_sign(item: Compared) -> bool:
    return item.measure.startswith(SIGN_PREFIX)


def _present(item: Compared) -> bool:
    return bool(item.now.above_zero or item.before.above_zero)
