"""Where she stood in a review, and what began or ended, in words."""

from collections.abc import Iterator

from journal.analysis.review.events import Events
from journal.analysis.review.review import Review
from journal.cycle.phase_words import phase_words
from journal.cycle.standing import StandingKind, standing_words
from journal.domain.labels import STAGE_WORDS, context_words, counted, date_words
from journal.domain.ranges import days_after


def standing_title(review: Review) -> str:
    """Name the part: where she stands today, or stood on the last day."""
    last = review.span.range_.last
    return "Where you stand" if last == review.today else f"Where you stood on {date_words(last)}"


def standing_lines(review: Review) -> tuple[str, ...]:
    """Say where she stood on the last day of the span; nothing where it cannot be said."""
    where = review.standing
    if where.kind in {StandingKind.UNKNOWN, StandingKind.JUST_WRITING}:
        return ()
    said = standing_words(where)
    if where.kind is StandingKind.CYCLE_DAY and review.phase is not None:
        said = f"{said} · {phase_words(review.phase)}"
    return (f"{said}.",)


def event_items(found: Events) -> tuple[str, ...]:
    """List what began or ended, kind by kind, oldest first."""
    return tuple(_items(found))


def _items(found: Events) -> Iterator[str]:
    for period in found.periods:
        length = period.length_days
        ended = "" if length is None else f", after a cycle of {counted(length, 'day')}"
        yield f"A period began on {date_words(period.onset)}{ended}."
    for stage in found.stages:
        yield f"Stage declared on {date_words(stage.date)}: {STAGE_WORDS[stage.stage]}."
    for item in found.began:
        yield f"Began on {date_words(item.start)}: {context_words(item.kind, item.name)}."
    for item in found.ended:
        if item.end is not None:
            last = date_words(days_after(item.end, -1))
            yield f"Ended on {last}: {context_words(item.kind, item.name)}."
    if found.apart_days or found.apart_before:
        before = f"{found.apart_before:,}" if found.apart_before else "none"
        yield f"Apart on {counted(found.apart_days, 'day')}, before on {before}."
