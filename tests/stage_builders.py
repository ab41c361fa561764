"""Records for the stage rules, told by cycle lengths and the days since the last onset."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from journal.cycle.cycles import Cycle
from journal.cycle.onsets import Bleed
from journal.cycle.stage_evidence import Criterion, CriterionKind, StageEvidence
from journal.cycle.stage_rules import stage_evidence
from journal.domain.contexts import Context
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.stages import Stage

TODAY = date(2026, 11, 22)
ENOUGH_AGE = 50


def ago(days: int) -> date:
    """Return the date some days before `TODAY`."""
    return TODAY - timedelta(days=days)


def onsets_of(lengths: Sequence[int], days_since_last: int) -> list[date]:
    """Place onsets so that the last lies `days_since_last` days before `TODAY`."""
    return [ago(days_since_last + sum(lengths[place:])) for place in range(len(lengths) + 1)]


def evidence_for(
    lengths: Sequence[int],
    days_since_last: int | None,
    *,
    age: int | None = ENOUGH_AGE,
    contexts: Sequence[Context] = (),
    situation: Situation | None = None,
    declared: Stage | None = None,
    more_bleeds: Sequence[date] = (),
    spotting: Sequence[date] = (),
    today: date = TODAY,
) -> StageEvidence:
    """Read a record; without `days_since_last` it has no bleeding at all."""
    onsets = [] if days_since_last is None else onsets_of(lengths, days_since_last)
    closed = [Cycle(*pair) for pair in pairwise(onsets)]
    return stage_evidence(
        bleeds=[
            *(Bleed(onset, onset, starts_cycle=True) for onset in onsets),
            *(Bleed(day, day, starts_cycle=False) for day in more_bleeds),
        ],
        cycles=[*closed, Cycle(onsets[-1])] if onsets else [],
        contexts=contexts,
        settings=OwnerSettings(
            situation=situation, birth_year=None if age is None else TODAY.year - age
        ),
        declared=declared,
        today=today,
        spotting=spotting,
    )


def criterion_of(evidence: StageEvidence, kind: CriterionKind) -> Criterion:
    """Return one of the three criteria."""
    (found,) = (item for item in evidence.criteria if item.kind is kind)
    return found
