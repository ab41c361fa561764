"""Menses onsets: where cycles start, from the bleeding days of the record and her own answers.

    ..ss MMM.M ......... m ........... MM
         ^ onset          ^ early (< 15 days after the onset): starts none, unless she says so
              ^ one flow-free day: the same bleed          ^ onset

A date without a bleeding value counts as free of flow; nothing is filled in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.days import FLOW
from journal.domain.journal import BleedingDay
from journal.domain.ranges import days_after

# drip, and Li et al. 2022 on Clue's record: one day without flow does not end a bleed, two do.
LONGEST_BREAK_DAYS: Final = 1
# Ours: flow that returns sooner after an onset starts no cycle until she says that it does.
SHORTEST_CYCLE_DAYS: Final = 15
# Li et al. 2022: a period is at most ten days from its first day of flow; a longer one stands out.
LONGEST_USUAL_BLEED_DAYS: Final = 10


@dataclass(frozen=True, slots=True)
class Bleed:
    """Days of flow that belong together.

    Attributes:
        start: Its first day of light or heavier flow; spotting before it is premenstrual.
        last: Its last day of flow.
        starts_cycle: False for bleeding between menses, which she may be asked about.
        flow_days: Days with flow recorded, from `start` to `last`.
    """

    start: date
    last: date
    starts_cycle: bool
    flow_days: int = 1

    @property
    def counted_from(self) -> date:
        """The day from which time without bleeding is counted: the first of its last ten days.

        That is its first day, unless it went on for so long that it was no time without bleeding.
        """
        return max(self.start, days_after(self.last, 1 - LONGEST_USUAL_BLEED_DAYS))


def bleeds(bleeding: Sequence[BleedingDay], answers: Sequence[CycleAnswer] = ()) -> list[Bleed]:
    """Gather the days of flow into bleeds, oldest first; what is not her period is left out.

    Args:
        bleeding: Days with bleeding, in any order.
        answers: What she said of early bleeds, by their first day: a new period starts a cycle
            and the 15 days are counted from it; the same period joins the period before, with all
            that lies between. An answer without its early bleed is not used.
    """
    said = {a.date: a.reply for a in answers if a.question is CycleQuestion.EARLY_BLEED}
    gathered: list[Bleed] = []
    menses = 0  # where the period before stands in `gathered`
    for bleed in _spans_of_flow(_flow_dates(bleeding)):
        early = bool(gathered) and (bleed.start - gathered[menses].start).days < SHORTEST_CYCLE_DAYS
        reply = said.get(bleed.start) if early else CycleReply.NEW_PERIOD
        if reply is CycleReply.NEW_PERIOD:
            menses = len(gathered)
            gathered.append(bleed)
        elif reply is CycleReply.SAME_PERIOD:
            gathered[menses:] = [_joined([*gathered[menses:], bleed])]
        else:
            gathered.append(replace(bleed, starts_cycle=False))
    return gathered


def menses_onsets(
    bleeding: Sequence[BleedingDay], answers: Sequence[CycleAnswer] = ()
) -> list[date]:
    """Return the first day of every bleed that starts a cycle, oldest first."""
    return [bleed.start for bleed in bleeds(bleeding, answers) if bleed.starts_cycle]


def _joined(parts: Sequence[Bleed]) -> Bleed:
    return replace(parts[0], last=parts[-1].last, flow_days=sum(part.flow_days for part in parts))


def _flow_dates(bleeding: Sequence[BleedingDay]) -> list[date]:
    flow = (day for day in bleeding if day.bleeding in FLOW and not day.not_my_period)
    return sorted({day.date for day in flow})


def _spans_of_flow(dates: list[date]) -> Iterator[Bleed]:
    if not dates:
        return
    start = last = dates[0]
    days = 0
    for day in dates:
        if (day - last).days > LONGEST_BREAK_DAYS + 1:
            yield Bleed(start, last, starts_cycle=True, flow_days=days)
            start, days = day, 0
        last, days = day, days + 1
    yield Bleed(start, last, starts_cycle=True, flow_days=days)
