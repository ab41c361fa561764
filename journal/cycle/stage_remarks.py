"""What is said beside a stage, or instead of one, and what a doctor should hear of."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from journal.cycle.stage_evidence import Caution, Criterion, Finding, Remark
from journal.cycle.stage_record import STAGED_FROM_AGE, StageRecord, YearWithout
from journal.domain.stages import Stage

# Shuster et al. 2010 (Maturitas 65:161): a menopause before 45 is early, before 40 premature.
NOT_EARLY_FROM_AGE: Final = 45
_ORDER: Final = {
    Stage.EARLY_TRANSITION: 1,
    Stage.LATE_TRANSITION: 2,
    Stage.EARLY_POSTMENOPAUSE: 3,
    Stage.EARLY_POSTMENOPAUSE_A: 3,
    Stage.EARLY_POSTMENOPAUSE_B: 4,
    Stage.EARLY_POSTMENOPAUSE_C: 5,
    Stage.LATE_POSTMENOPAUSE: 6,
}


def stage_remarks(
    record: StageRecord,
    stage: Stage | None,
    *,
    seven: Criterion,
    sixty: Criterion,
    near: Remark | None,
) -> tuple[Remark, ...]:
    """Return the remarks on a stage, which is None where no criterion of one is met.

    Args:
        record: What was read.
        stage: Not yet -3, which is what `Remark.REPRODUCTIVE` says from 40 on.
        seven: The seven-day difference.
        sixty: The sixty-day gap.
        near: What the seven-day difference remarks itself.
    """
    found = []
    findings = (seven.finding, sixty.finding)
    if stage is None and findings == (Finding.NOT_MET, Finding.NOT_MET) and record.going_on:
        found.append(Remark.REPRODUCTIVE)
    if near is not None and stage is None and sixty.finding is Finding.NOT_MET:
        found.append(near)  # beside a long gap, one unusual cycle is that gap, and not common
    if record.below_age and findings == (Finding.MET, Finding.NOT_MET):
        found.append(Remark.VARIABLE_CYCLES)
    said = stage is not None or Remark.REPRODUCTIVE in found
    if said and _place(record.declared) > _place(stage):
        found.append(Remark.EARLIER_THAN_DECLARED)
    return tuple(found)


def _place(stage: Stage | None) -> int:
    """Return how far along a stage is; reproductive years, undivided here, come before all."""
    return 0 if stage is None else _ORDER.get(stage, 0)


def stage_cautions(
    record: StageRecord,
    year: YearWithout | None,
    *,
    sixty: Criterion,
    bled: Sequence[date],
) -> tuple[Caution, ...]:
    """Return what a doctor should hear of.

    Args:
        record: What was read.
        year: Twelve months without bleeding.
        sixty: The sixty-day gap.
        bled: Bleeding after those twelve months, recorded or declared to have passed.
    """
    found: list[Caution] = []
    if bled:
        found.append(Caution.BLEEDING_AFTER_TWELVE_MONTHS)
    stopped = _age_when_stopped(record, year)
    if stopped is not None and stopped < STAGED_FROM_AGE:
        found.append(Caution.STOPPED_BEFORE_40)
    elif stopped is not None and stopped < NOT_EARLY_FROM_AGE:
        found.append(Caution.STOPPED_BEFORE_45)
    elif record.below_age and sixty.finding is Finding.MET:
        found.append(Caution.GAPS_BEFORE_40)
    return tuple(found)


def _age_when_stopped(record: StageRecord, year: YearWithout | None) -> int | None:
    """Return her age at the last bleed before the twelve months, where they stand for stopping.

    When bleeding came back before 40 they were a gap, and are told of as one.
    """
    if year is None or (year.came_back and not year.counts):
        return None
    return record.age_on(year.gap.span.start)
