"""Where she stands today: the one line on top of Today, from what she recorded and declared.

The rule returns values; `standing_words` says them. A stage is never inferred here.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import Final

from journal.cycle.calendar_months import MONTHS_A_YEAR, whole_months
from journal.cycle.cycles import Cycle, cycle_at
from journal.cycle.onsets import LONGEST_BREAK_DAYS, Bleed
from journal.cycle.reading import CycleReading, CycleRecord
from journal.domain.contexts import Context, ContextKind
from journal.domain.labels import CONTEXT_WORDS, STAGE_WORDS, counted, date_words
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.stages import Stage, StageDeclaration

# From here on a number of the cycle says less than the time since the last bleed
# (60 days are also the amenorrhoea of the late transition, Harlow et al. 2012).
LONG_OPEN_CYCLE_DAYS: Final = 60
COUNT_MONTHS_FROM_DAYS: Final = 365
POSTMENOPAUSE: Final = frozenset(
    {
        Stage.EARLY_POSTMENOPAUSE,
        Stage.EARLY_POSTMENOPAUSE_A,
        Stage.EARLY_POSTMENOPAUSE_B,
        Stage.EARLY_POSTMENOPAUSE_C,
        Stage.LATE_POSTMENOPAUSE,
    }
)
# While these last, a cycle day would say nothing, whatever else was declared.
INSTEAD_OF_CYCLES: Final = (
    ContextKind.PREGNANCY,
    ContextKind.BREASTFEEDING,
    ContextKind.CHEMOTHERAPY,
)
# After these there are no menses to count from; a declared stage says more than the operation.
NO_MENSES: Final = (
    ContextKind.OVARIES_REMOVED,
    ContextKind.HYSTERECTOMY_OVARIES_REMOVED,
    ContextKind.HYSTERECTOMY_OVARIES_KEPT,
    ContextKind.ABLATION,
    ContextKind.MEDICAL_MENOPAUSE,
)
# With these, bleeding comes but need not mark a cycle of the ovaries.
COUNT_FROM_BLEED: Final = (
    ContextKind.HORMONAL_CONTRACEPTION,
    ContextKind.HORMONE_THERAPY,
    ContextKind.PCOS,
    ContextKind.HYPOTHALAMIC_AMENORRHOEA,
)


class StandingKind(StrEnum):
    """Which of the true things is said."""

    CYCLE_DAY = "cycle_day"
    DAYS_SINCE_BLEED = "days_since_bleed"
    DAYS_OF_BLEED = "days_of_bleed"
    MONTHS_SINCE_PERIOD = "months_since_period"
    MONTHS_SINCE_RECORDED = "months_since_recorded"
    STAGE = "stage"
    CONTEXT = "context"
    JUST_WRITING = "just_writing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Standing:
    """What can truthfully be said of today.

    Attributes:
        day: Cycle day, or day counted from the first day of the last bleed, which is day 1.
        months: Complete calendar months since the first day of the last bleed; where it lasted
            unusually long, since the day from which time without bleeding is counted.
        stage: As she declared it, never otherwise.
        context: The context that is said instead of a day.
    """

    kind: StandingKind
    day: int | None = None
    months: int | None = None
    stage: Stage | None = None
    context: Context | None = None


def standing(
    *,
    bleeds: Sequence[Bleed],
    cycles: Sequence[Cycle],
    stages: Sequence[StageDeclaration],
    settings: OwnerSettings,
    contexts: Sequence[Context],
    today: date,
) -> Standing:
    """Say where she stands; nothing that began after `today` counts."""
    newest = _newest(bleeds, today)
    stage = max((said for said in stages if said.date <= today), default=None)
    declared = stage.stage if stage else None
    lasting = {context.kind: context for context in contexts if context.covers(today)}
    instead = _first(lasting, INSTEAD_OF_CYCLES if declared else INSTEAD_OF_CYCLES + NO_MENSES)
    if instead:
        return Standing(StandingKind.CONTEXT, context=instead)
    if _first(lasting, NO_MENSES) or newest is None:
        return _without_bleeding(declared, settings)
    if declared in POSTMENOPAUSE or (settings.situation is Situation.STOPPED and not declared):
        return _since(newest, declared, today, StandingKind.MONTHS_SINCE_PERIOD)
    irregular = settings.situation in {Situation.IRREGULAR, Situation.HORMONES, Situation.STOPPED}
    if irregular or _first(lasting, COUNT_FROM_BLEED):
        return _by_bleeding(newest, declared, today)
    cycle = cycle_at(cycles, today)
    day = (today - cycle.onset).days + 1 if cycle else None
    if day is None or day > LONG_OPEN_CYCLE_DAYS:
        return _by_bleeding(newest, declared, today)
    return Standing(StandingKind.CYCLE_DAY, day=day, stage=declared)


def standing_on(day: date, record: CycleRecord, reading: CycleReading) -> Standing:
    """Say where she stood on a day of the record; the reading may know what came after it."""
    return standing(
        bleeds=reading.bleeds,
        cycles=[read.cycle for read in reading.cycles],
        stages=record.stages,
        settings=record.settings,
        contexts=record.contexts,
        today=day,
    )


def _first(lasting: dict[ContextKind, Context], kinds: Sequence[ContextKind]) -> Context | None:
    return next((lasting[kind] for kind in kinds if kind in lasting), None)


def _without_bleeding(stage: Stage | None, settings: OwnerSettings) -> Standing:
    if stage:
        return Standing(StandingKind.STAGE, stage=stage)
    if settings.situation is Situation.JUST_WRITE:
        return Standing(StandingKind.JUST_WRITING)
    return Standing(StandingKind.UNKNOWN)


def _newest(bleeds: Sequence[Bleed], today: date) -> Bleed | None:
    """Return the newest bleed as far as it had come by `today`."""
    begun = bisect_right(bleeds, today, key=attrgetter("start"))
    return replace(bleeds[begun - 1], last=min(bleeds[begun - 1].last, today)) if begun else None


def _by_bleeding(newest: Bleed, stage: Stage | None, today: date) -> Standing:
    if (today - newest.last).days <= LONGEST_BREAK_DAYS and newest.counted_from > newest.start:
        day = (today - newest.start).days + 1
        return Standing(StandingKind.DAYS_OF_BLEED, day=day, stage=stage)
    if (today - newest.counted_from).days >= COUNT_MONTHS_FROM_DAYS:
        return _since(newest, stage, today, StandingKind.MONTHS_SINCE_RECORDED)
    return _day_since(newest, stage, today)


def _since(newest: Bleed, stage: Stage | None, today: date, kind: StandingKind) -> Standing:
    months = whole_months(newest.counted_from, today)
    if not months:
        return _day_since(newest, stage, today)
    return Standing(kind, months=months, stage=stage)


def _day_since(newest: Bleed, stage: Stage | None, today: date) -> Standing:
    days = (today - newest.start).days
    if days >= COUNT_MONTHS_FROM_DAYS:
        days = (today - newest.counted_from).days
    return Standing(StandingKind.DAYS_SINCE_BLEED, day=days + 1, stage=stage)


def standing_words(where: Standing) -> str:
    """Say a standing in a few words: "Cycle day 23"."""
    said = _said(where)
    if where.stage is None:
        return said
    stage = STAGE_WORDS[where.stage]
    if where.kind is StandingKind.STAGE:
        return stage
    if where.stage in POSTMENOPAUSE:
        return f"{stage}, {said[0].lower()}{said[1:]}"
    return f"{said}, {stage[0].lower()}{stage[1:]}"


def months_words(months: int) -> str:
    """Write months as people say them: "2 years 4 months"."""
    years, rest = divmod(months, MONTHS_A_YEAR)
    parts = [counted(years, "year")] if years else []
    if rest or not years:
        parts.append(counted(rest, "month"))
    return " ".join(parts)


def _context_words(where: Standing) -> str:
    if where.context is None:
        return ""
    return f"{CONTEXT_WORDS[where.context.kind]}, since {date_words(where.context.start)}"


def _said(where: Standing) -> str:  # noqa: PLR0911 - one sentence per kind
    match where.kind:
        case StandingKind.CYCLE_DAY:
            return f"Cycle day {where.day}"
        case StandingKind.DAYS_SINCE_BLEED:
            return f"Day {where.day} since your last bleed"
        case StandingKind.DAYS_OF_BLEED:
            return f"Day {where.day} of your bleed"
        case StandingKind.MONTHS_SINCE_PERIOD:
            return f"{months_words(where.months or 0)} since your last period"
        case StandingKind.MONTHS_SINCE_RECORDED:
            return f"{months_words(where.months or 0)} since the last bleed in your journal"
        case StandingKind.CONTEXT:
            return _context_words(where)
        case StandingKind.JUST_WRITING:
            return "Write as much or as little as you like"
        case StandingKind.UNKNOWN:
            return "Note the first day of a bleed, or your stage, to see here where you stand"
        case StandingKind.STAGE:
            return ""
