"""Stages, contexts and bleeds on one line of time, from the first of them to today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Final

from journal.cycle.reading import CycleReading
from journal.domain.contexts import Context, ContextKind
from journal.domain.labels import STAGE_WORDS, context_words
from journal.domain.ranges import DateRange, days_after
from journal.domain.stages import StageDeclaration

LEAST_DAYS: Final = 90
MOST_LANES: Final = 10  # of contexts; a picture of more is no picture
# They say nothing about bleeding; where there is no room for all, the others go first.
_BESIDE_THE_BODY: Final = frozenset({ContextKind.EVENT, ContextKind.TIME_APART})


@dataclass(frozen=True, slots=True)
class Lane:
    """One name and the spans it lasted, oldest first; `goes_on` is for the last of them."""

    name: str
    spans: tuple[DateRange, ...]
    goes_on: bool


@dataclass(frozen=True, slots=True)
class StageTime:
    """What is drawn.

    Attributes:
        range_: From the first of anything to today.
        stages: As she declared them, one lane for each.
        contexts: One lane for each name.
        left_out: Those there was no room for.
        bleeds: First days, oldest first.
        last_period: First day of the newest bleed; bleeding after a final period is none.
        final_period: The last period, where twelve months without bleeding have followed it.
        menopause_on: Through an operation or treatment.
    """

    range_: DateRange
    stages: tuple[Lane, ...]
    contexts: tuple[Lane, ...]
    left_out: tuple[Lane, ...]
    bleeds: tuple[date, ...]
    last_period: date | None
    final_period: date | None
    menopause_on: date | None

    @property
    def today(self) -> date:
        """The last date drawn."""
        return self.range_.last

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        dated = (self.menopause_on, self.last_period)
        return not (self.stages or self.contexts or any(dated))


def stage_time(
    reading: CycleReading, stages: Sequence[StageDeclaration], contexts: Sequence[Context]
) -> StageTime:
    """Lay everything out; what begins after today is left out."""
    after = days_after(reading.today, 1)
    own, around = _stage_lanes(stages, after), _context_lanes(contexts, after)
    kept = _kept(around)
    bleeds = tuple(bleed.start for bleed in reading.bleeds if bleed.start < after)
    menopause, final = reading.evidence.menopause_on, reading.evidence.fmp
    starts = [lane.spans[0].start for lane in (*own, *(lane for lane, _ in around))]
    starts += [*bleeds[:1], *([menopause] if menopause else [])]
    first = min([*starts, days_after(after, -LEAST_DAYS)])
    return StageTime(
        DateRange(first, after),
        tuple(own),
        tuple(lane for lane, _ in around if lane in kept),
        tuple(lane for lane, _ in around if lane not in kept),
        bleeds,
        final or (bleeds[-1] if bleeds else None),
        final,
        menopause,
    )


def _stage_lanes(stages: Sequence[StageDeclaration], after: date) -> list[Lane]:
    said = sorted(stage for stage in stages if stage.date < after)
    spans: dict[str, list[DateRange]] = {}
    for stage, following in zip_longest(said, said[1:]):
        end = following.date if following else after
        spans.setdefault(STAGE_WORDS[stage.stage], []).append(DateRange(stage.date, end))
    return [
        Lane(name, tuple(filter(None, found)), goes_on=bool(found[-1]) and found[-1].end == after)
        for name, found in spans.items()
        if any(found)
    ]


def _context_lanes(contexts: Sequence[Context], after: date) -> list[tuple[Lane, ContextKind]]:
    begun = sorted(
        (context for context in contexts if context.start < after), key=lambda one: one.start
    )
    lanes: dict[tuple[str, ContextKind], list[Context]] = {}
    for context in begun:
        name = context_words(context.kind, context.name)
        lanes.setdefault((name, context.kind), []).append(context)
    return [
        (
            Lane(
                name,
                tuple(DateRange(one.start, min(one.end or after, after)) for one in found),
                goes_on=any(one.covers(after) or one.end is None for one in found),
            ),
            kind,
        )
        for (name, kind), found in lanes.items()
    ]


def _kept(lanes: list[tuple[Lane, ContextKind]]) -> list[Lane]:
    """Choose what there is room for: what concerns the body first, then the newest."""
    ranked = sorted(
        lanes,
        key=lambda pair: (pair[1] in _BESIDE_THE_BODY, -pair[0].spans[-1].end.toordinal()),
    )
    return [lane for lane, _ in ranked[:MOST_LANES]]
