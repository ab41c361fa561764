"""Which stage of STRAW+10 her bleeding matches, and what cannot be known: rules over dates.

    reproductive | -2 early   | -1 late     | +1a     | +1b      | +1c      | +2
                 | >= 7 days, | >= 60 days  | 0 to 12 | 12 to 24 | 24 to 72 | months after the
                 | recurring  | no bleeding |         |          |          | last period

Criteria: Harlow et al. 2012 (STRAW+10). Two rules are ours, against false alarms of a bleeding
record: nothing is staged below 40, and one deviating cycle is no persistent difference.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from journal.cycle.calendar_months import months_after, whole_months
from journal.cycle.cycles import Cycle
from journal.cycle.onsets import Bleed
from journal.cycle.stage_criteria import (
    TWELVE_MONTHS_DAYS,
    Reading,
    not_knowable,
    seven_day_difference,
    sixty_day_gap,
)
from journal.cycle.stage_evidence import (
    Caution,
    Criterion,
    CriterionKind,
    Finding,
    Remark,
    StageEvidence,
    Unreadable,
)
from journal.cycle.stage_gaps import Ending, lasting_contexts, readable_gaps, unreadable_time
from journal.cycle.stage_record import (
    StageRecord,
    YearWithout,
    bleeding_after,
    declared_late,
    year_without,
)
from journal.cycle.stage_remarks import stage_cautions, stage_remarks
from journal.domain.contexts import Context, ContextKind
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.ranges import days_after
from journal.domain.stages import Stage

# Harlow et al. 2012: +1a and +1b last a year each, +1c three to six years.
SECOND_YEAR_MONTHS: Final = 24
LATE_FROM_MONTHS: Final = 72
OWN_MENOPAUSE: Final = frozenset(
    {
        ContextKind.OVARIES_REMOVED,
        ContextKind.HYSTERECTOMY_OVARIES_REMOVED,
        ContextKind.MEDICAL_MENOPAUSE,
    }
)


def stage_evidence(
    *,
    bleeds: Sequence[Bleed],
    cycles: Sequence[Cycle],
    contexts: Sequence[Context],
    settings: OwnerSettings,
    declared: Stage | None,
    today: date,
    spotting: Sequence[date] = (),
) -> StageEvidence:
    """Lay out what her bleeding matches, criterion by criterion.

    Args:
        bleeds: Days of flow gathered; what is not her period is not among them.
        cycles: As read from the same bleeds.
        contexts: All of them; those that say nothing of bleeding are passed over.
        settings: The year of birth and her situation are read.
        declared: The stage she declares for today, which evidence never takes back.
        today: Nothing later counts.
        spotting: Dates of spotting and of bleeding that is not her period; they only matter after
            twelve months without a bleed.
    """
    unreadable = unreadable_time(contexts, today)
    known = [bleed for bleed in bleeds if bleed.start <= today]
    record = StageRecord(
        today=today,
        birth_year=settings.birth_year,
        contexts=lasting_contexts(contexts, today),
        unreadable=tuple(unreadable),
        gaps=tuple(readable_gaps(cycles, unreadable, today, bleeds=known)),
        bleeds=tuple(sorted({bleed.start for bleed in known})),
        counted_from=tuple(sorted({bleed.counted_from for bleed in known})),
        spotting=tuple(sorted({day for day in spotting if day <= today})),
        declared=declared,
    )
    evidence = _evidence(record, settings.situation)
    return replace(evidence, last_bleed=evidence.last_bleed or max(record.bleeds, default=None))


def _evidence(record: StageRecord, situation: Situation | None) -> StageEvidence:
    if situation is Situation.HORMONES:
        return _silent(record, Unreadable.SITUATION)
    year = year_without(record)
    # What began after menopause no longer matters: the time since then needs no bleeding.
    if record.contexts and not (year and year.counts):
        return _silent(record, Unreadable.CONTEXT)
    return _read(record, year) if record.gaps else _without_cycles(record)


def _silent(record: StageRecord, because: Unreadable) -> StageEvidence:
    begun = [context.start for context in record.contexts if context.kind in OWN_MENOPAUSE]
    return StageEvidence(
        None,
        None,
        not_knowable(because),
        contexts=record.contexts,
        menopause_on=min(begun, default=None),
    )


def _without_cycles(record: StageRecord) -> StageEvidence:
    """Read nothing; what comes though she declared that her periods are long over is still told."""
    bled = _bled_since(record, None)
    return replace(
        _silent(record, Unreadable.NO_BLEEDING),
        cautions=(Caution.BLEEDING_AFTER_TWELVE_MONTHS,) if bled else (),
        last_bleed=max(bled, default=None),
    )


def _read(record: StageRecord, year: YearWithout | None) -> StageEvidence:
    seven, sixty, twelve = _readings(record, year)
    fmp = year.gap.span.start if year and year.counts else None
    stage, since = _stage(record, fmp, seven, sixty)
    remarks = stage_remarks(
        record, stage, seven=seven.criterion, sixty=sixty.criterion, near=seven.remark
    )
    if Remark.REPRODUCTIVE in remarks and record.may_stage(record.today):
        stage = Stage.LATE_REPRODUCTIVE
    bled = _bled_since(record, year)
    return StageEvidence(
        stage,
        since,
        (seven.criterion, sixty.criterion, twelve.criterion),
        remarks=remarks,
        cautions=stage_cautions(record, year, sixty=sixty.criterion, bled=bled),
        contexts=record.contexts,
        last_bleed=max(bled, default=None),
        fmp=fmp,
    )


def _readings(record: StageRecord, year: YearWithout | None) -> tuple[Reading, Reading, Reading]:
    twelve = _undecided(_twelve_months(record, year), record)
    if record.contexts:
        seven, sixty, _ = (Reading(found) for found in not_knowable(Unreadable.CONTEXT))
        return seven, sixty, twelve
    seven = _undecided(seven_day_difference(record.gaps), record)
    return seven, _undecided(sixty_day_gap(record.gaps, record.today), record), twelve


def _twelve_months(record: StageRecord, year: YearWithout | None) -> Reading:
    kind = CriterionKind.TWELVE_MONTHS
    if year is not None:
        still_open = year.gap.ending is Ending.TODAY
        return Reading(Criterion(kind, Finding.MET, (year.gap.span,), open=still_open))
    if record.going_on:
        return Reading(Criterion(kind, Finding.NOT_MET))
    return Reading(Criterion(kind, Finding.NOT_KNOWABLE, because=Unreadable.NO_BLEEDING))


def _undecided(reading: Reading, record: StageRecord) -> Reading:
    """Leave a criterion that is met undecided where only her age could tell what it means."""
    if not record.age_unknown or reading.criterion.finding is not Finding.MET:
        return reading
    return Reading(
        replace(reading.criterion, finding=Finding.NOT_KNOWABLE, because=Unreadable.AGE_UNKNOWN)
    )


def _stage(
    record: StageRecord, fmp: date | None, seven: Reading, sixty: Reading
) -> tuple[Stage | None, date | None]:
    if fmp is not None:
        return _after_menopause(fmp, record.today)
    if not record.may_stage(record.today):
        return None, None
    if sixty.criterion.finding is Finding.MET:
        return Stage.LATE_TRANSITION, sixty.since
    if seven.criterion.finding is Finding.MET:
        return Stage.EARLY_TRANSITION, seven.since
    return None, None


def _after_menopause(fmp: date, today: date) -> tuple[Stage, date]:
    """Divide the time after the final menstrual period; its first year was +1a, seen from later."""
    months = whole_months(fmp, today)
    if months >= LATE_FROM_MONTHS:
        return Stage.LATE_POSTMENOPAUSE, months_after(fmp, LATE_FROM_MONTHS)
    if months >= SECOND_YEAR_MONTHS:
        return Stage.EARLY_POSTMENOPAUSE_C, months_after(fmp, SECOND_YEAR_MONTHS)
    return Stage.EARLY_POSTMENOPAUSE_B, fmp + timedelta(days=TWELVE_MONTHS_DAYS)


def _bled_since(record: StageRecord, year: YearWithout | None) -> Sequence[date]:
    """Return the bleeding after twelve months without; below 40 it is a cycle like any other.

    Where the record does not reach back so far, what she declared says that they have passed.
    """
    if year is not None and year.counts is not False:
        return bleeding_after(record, year.gap.span.start + timedelta(days=TWELVE_MONTHS_DAYS))
    if year is None and declared_late(record.declared):
        return bleeding_after(record, days_after(record.today, 1 - TWELVE_MONTHS_DAYS))
    return ()
