"""What the record leaves open, put to her as a question, and what in it cannot be right."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date
from enum import StrEnum
from operator import attrgetter
from typing import Final

from journal.cycle.missed_logs import MissedLog
from journal.cycle.onsets import LONGEST_USUAL_BLEED_DAYS, Bleed
from journal.cycle.unreadable import united_spans, with_six_weeks
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion
from journal.domain.days import FLOW, Bleeding
from journal.domain.journal import BleedingDay
from journal.domain.ranges import DateRange, days_after

# In pregnancy and after a hysterectomy bleeding is not expected at all; what it is told under.
BLEEDING_UNEXPECTED: Final = {
    ContextKind.PREGNANCY: frozenset({ContextKind.PREGNANCY}),
    ContextKind.HYSTERECTOMY_OVARIES_KEPT: frozenset(
        {ContextKind.HYSTERECTOMY_OVARIES_KEPT, ContextKind.HYSTERECTOMY_OVARIES_REMOVED}
    ),
}
# After a birth bleeding goes on for weeks, and in pregnancy something else is said of it.
LONG_BLEED_NOT_TOLD: Final = frozenset({ContextKind.PREGNANCY, ContextKind.BREASTFEEDING})


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One question she has not answered yet.

    Attributes:
        about: The date her answer is kept under (`CycleAnswer.date`).
        last: Last day of the early bleed, or the onset that ends the long cycle.
        around: Where a period may not have been recorded; one date for each that may be missing.
        onset: The onset that an early bleed came too soon after, or that begins the long cycle.
        usual_days: The length that is usual for her, where a long cycle is asked about.
    """

    question: CycleQuestion
    about: date
    last: date
    around: tuple[date, ...] = ()
    onset: date | None = None
    usual_days: float | None = None


class OddityKind(StrEnum):
    """Something in the record that does not fit together."""

    LONG_BLEED = "long_bleed"
    BEFORE_BIRTH = "before_birth"
    BIRTH_IN_FUTURE = "birth_in_future"
    BLEEDING_UNDER_CONTEXT = "bleeding_under_context"


@dataclass(frozen=True, slots=True)
class Oddity:
    """One thing she is told of, with the dates it concerns; nothing is dropped for it.

    Attributes:
        days: Days of bleeding it concerns.
        context: What the bleeding does not go with: a pregnancy or a hysterectomy, of either kind.
    """

    kind: OddityKind
    first: date
    last: date
    days: int = 0
    context: ContextKind | None = None


def open_questions(
    bleeds: Sequence[Bleed],
    missed: Sequence[MissedLog],
    answers: Sequence[CycleAnswer] = (),
    *,
    unreadable: Sequence[DateRange] = (),
) -> list[OpenQuestion]:
    """Return what she has not answered yet, newest first; any answer ends a question.

    Args:
        bleeds: As her answers leave them, oldest first.
        missed: Cycles in which a period may not have been recorded.
        answers: What she said so far.
        unreadable: Where bleeding says nothing about cycles, and none of it is asked about.
    """
    answered = {(answer.question, answer.date) for answer in answers}
    gaps = (
        OpenQuestion(
            CycleQuestion.MISSED_PERIOD,
            gap.onset,
            gap.next_onset,
            gap.around,
            gap.onset,
            usual_days=gap.usual_days,
        )
        for gap in missed
    )
    asked = [*_early(bleeds, unreadable), *gaps]
    still_open = (one for one in asked if (one.question, one.about) not in answered)
    return sorted(still_open, key=attrgetter("last", "about"), reverse=True)


def oddities(
    bleeding: Sequence[BleedingDay],
    bleeds: Sequence[Bleed],
    *,
    contexts: Sequence[Context] = (),
    birth_year: int | None = None,
    today: date,
) -> list[Oddity]:
    """Return what does not fit together, newest first; she is told, and nothing is dropped.

    Args:
        bleeding: Days with bleeding, in any order.
        bleeds: What they were gathered into, oldest first.
        contexts: What she declared, in any order.
        birth_year: As she entered it, whatever it is.
        today: Contexts that go on last up to this date.
    """
    found = [
        *_long_bleeds(bleeds, united_spans(with_six_weeks(contexts), LONG_BLEED_NOT_TOLD, today)),
        *_about_birth(bleeding, birth_year, today),
        *_under_contexts(bleeding, bleeds, contexts, today),
    ]
    return sorted(found, key=attrgetter("last", "first"), reverse=True)


def _early(bleeds: Sequence[Bleed], unreadable: Sequence[DateRange]) -> Iterator[OpenQuestion]:
    onset = None
    for bleed in bleeds:
        if bleed.starts_cycle:
            onset = bleed.start
        elif not _lies_in(bleed.start, unreadable):
            yield OpenQuestion(CycleQuestion.EARLY_BLEED, bleed.start, bleed.last, onset=onset)


def _long_bleeds(bleeds: Sequence[Bleed], not_told: Sequence[DateRange]) -> Iterator[Oddity]:
    for bleed in bleeds:
        long = (bleed.last - bleed.start).days + 1 > LONGEST_USUAL_BLEED_DAYS
        if long and not _lies_in(bleed.start, not_told):
            yield Oddity(OddityKind.LONG_BLEED, bleed.start, bleed.last, bleed.flow_days)


def _about_birth(
    bleeding: Sequence[BleedingDay], birth_year: int | None, today: date
) -> Iterator[Oddity]:
    if birth_year is None:
        return
    if birth_year > today.year:
        born = date(min(birth_year, MAXYEAR), 1, 1)
        yield Oddity(OddityKind.BIRTH_IN_FUTURE, born, born)
        return
    before = {
        day.date
        for day in bleeding
        if day.date.year < birth_year and day.bleeding is not Bleeding.NONE
    }
    if before:
        yield Oddity(OddityKind.BEFORE_BIRTH, min(before), max(before), len(before))


def _under_contexts(
    bleeding: Sequence[BleedingDay],
    bleeds: Sequence[Bleed],
    contexts: Sequence[Context],
    today: date,
) -> Iterator[Oddity]:
    flow = sorted({day.date for day in bleeding if day.bleeding in FLOW})
    for told_as, kinds in BLEEDING_UNEXPECTED.items():
        for span in united_spans(contexts, kinds, today):
            first = _after_bleed_at(span.start, bleeds)
            days = flow[bisect_left(flow, first) : bisect_left(flow, span.end)]
            if days:
                yield Oddity(
                    OddityKind.BLEEDING_UNDER_CONTEXT,
                    days[0],
                    days[-1],
                    len(days),
                    told_as,
                )


def _after_bleed_at(start: date, bleeds: Sequence[Bleed]) -> date:
    """Return the first date that counts: a pregnancy may be dated from the last period."""
    begun = bisect_right(bleeds, start, key=attrgetter("start"))
    return max(start, days_after(bleeds[begun - 1].last, 1)) if begun else start


def _lies_in(day: date, spans: Sequence[DateRange]) -> bool:
    begun = bisect_right(spans, day, key=attrgetter("start"))
    return bool(begun) and day in spans[begun - 1]
