"""The stage evidence in words: what her pattern matches, each criterion, and what to have seen to.

A pattern *matches*; she is never told that she is in a stage, and nothing here advises on
contraception or treatment.
"""

from datetime import date
from typing import Final

from journal.cycle.stage_criteria import (
    DIFFERENCE_DAYS,
    FEWEST_LENGTHS,
    LONG_GAP_DAYS,
    WITHIN_CYCLES,
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
from journal.cycle.stage_gaps import UNRELIABLE_KINDS
from journal.cycle.stage_record import STAGED_FROM_AGE
from journal.domain.contexts import Context, ContextKind
from journal.domain.labels import (
    CONTEXT_WORDS,
    MONTH_WORDS,
    STAGE_WORDS,
    counted,
    date_words,
    listed,
)
from journal.domain.ranges import DateRange
from journal.domain.stages import Stage

CRITERION_NAMES: Final = {
    CriterionKind.SEVEN_DAY_DIFFERENCE: "Cycle lengths that differ by a week",
    CriterionKind.SIXTY_DAY_GAP: "Sixty days without a period",
    CriterionKind.TWELVE_MONTHS: "Twelve months without a period",
}
CRITERION_ASKS: Final = {
    CriterionKind.SEVEN_DAY_DIFFERENCE: (
        f"Two cycles, apart from each other and within {WITHIN_CYCLES} cycles, that differ by "
        f"{DIFFERENCE_DAYS} days or more from the cycle before."
    ),
    CriterionKind.SIXTY_DAY_GAP: (
        f"{LONG_GAP_DAYS} days or more from the start of one period to the next, or until today, "
        "within the last 12 months."
    ),
    CriterionKind.TWELVE_MONTHS: "No bleeding for 12 months after the start of a period.",
}
CRITERION_MARKS: Final = {
    CriterionKind.SEVEN_DAY_DIFFERENCE: STAGE_WORDS[Stage.EARLY_TRANSITION],
    CriterionKind.SIXTY_DAY_GAP: STAGE_WORDS[Stage.LATE_TRANSITION],
    CriterionKind.TWELVE_MONTHS: "Postmenopause",
}
FINDING_WORDS: Final = {
    Finding.MET: "Met",
    Finding.NOT_MET: "Not met",
    Finding.NOT_KNOWABLE: "Not knowable",
}
UNREADABLE_WORDS: Final = {
    Unreadable.CONTEXT: "of what you noted about this time",
    Unreadable.SITUATION: "you said that you use hormones or cannot tell",
    Unreadable.TOO_FEW_CYCLES: (
        f"your record has fewer than {FEWEST_LENGTHS} cycles from one period to the next"
    ),
    Unreadable.AGE_UNKNOWN: (
        "your year of birth is not in the journal, and what this means depends on age"
    ),
    Unreadable.NO_BLEEDING: "your record has no period to count from",
}
REMARK_WORDS: Final = {
    Remark.REPRODUCTIVE: (
        "Your bleeding pattern matches the reproductive years. Bleeding alone cannot divide them."
    ),
    Remark.ONE_UNUSUAL_CYCLE: (
        "One cycle was unusually short or long, and the next was back; one alone is common at "
        "any age."
    ),
    Remark.NOT_YET_PERSISTENT: (
        f"One cycle differed by {DIFFERENCE_DAYS} days or more from the one before; it would count "
        f"if that came again within {WITHIN_CYCLES} cycles."
    ),
    Remark.VARIABLE_CYCLES: (
        f"Your cycles vary in length. Before {STAGED_FROM_AGE} that is common, and this journal "
        "reads no stage from it."
    ),
    Remark.EARLIER_THAN_DECLARED: (
        "You declared a later stage. Stages are taken to move forward only, so what you declared "
        "stands unless you change it."
    ),
}
# What does not pass; STRAW+10 stages it by hormones (Harlow et al. 2012).
LASTING_KINDS: Final = frozenset(
    {
        ContextKind.HYSTERECTOMY_OVARIES_KEPT,
        ContextKind.HYSTERECTOMY_OVARIES_REMOVED,
        ContextKind.OVARIES_REMOVED,
        ContextKind.ABLATION,
    }
)
STAGE_EXPLANATION: Final = (
    "STRAW+10 is how researchers divide the years around menopause by bleeding (Harlow et al. "
    "2012). Recurring differences of a week or more between cycles mark the early transition, 60 "
    "days without a period the late transition, and twelve months without one that the last "
    "period has been; until those have passed nobody can know it was the last. The two marks of "
    "the transition were compared in the diaries of four studies of women (the ReSTAGE "
    "collaboration; Harlow and Paramsothy 2011). This journal adds two rules of its own, because "
    f"a diary alone raises false alarms: it names no stage before {STAGED_FROM_AGE}, and one "
    "unusual cycle is not a recurring difference. Your age is taken from your year of birth. It "
    "is a reading of what you recorded, not a medical finding; hormones, operations and some "
    "conditions make it unreadable."
)


def evidence_words(evidence: StageEvidence) -> str:
    """Say in a sentence or two what her pattern matches, or why that cannot be said."""
    if evidence.fmp is not None and evidence.stage is not None:
        return _after_menopause_words(evidence, evidence.fmp, evidence.stage)
    if evidence.menopause_on is not None:
        return (
            f"You noted a menopause through an operation or treatment on "
            f"{date_words(evidence.menopause_on)}. It has a date of its own, and STRAW+10 does "
            "not stage it."
        )
    if evidence.stage in {Stage.LATE_TRANSITION, Stage.EARLY_TRANSITION}:
        return _transition_words(evidence, evidence.stage)
    if Remark.REPRODUCTIVE in evidence.remarks:
        said = REMARK_WORDS[Remark.REPRODUCTIVE]
        undivided = f"; from {STAGED_FROM_AGE} on this journal writes them as −3, undivided."
        return said[:-1] + undivided if evidence.stage else said
    return _silence_words(evidence)


def _after_menopause_words(evidence: StageEvidence, fmp: date, stage: Stage) -> str:
    (twelve,) = (item for item in evidence.criteria if item.kind is CriterionKind.TWELVE_MONTHS)
    bled_since = Caution.BLEEDING_AFTER_TWELVE_MONTHS in evidence.cautions
    if bled_since if twelve.open else evidence.contexts:
        since = f"Twelve months without bleeding had passed after {date_words(fmp)}"
    elif not twelve.open:
        since = (
            f"There was no bleeding for {counted(_days(twelve, twelve.spans[0]), 'day')} after the "
            f"period of {date_words(fmp)}"
        )
    else:
        since = f"There has been no bleeding since the period of {date_words(fmp)}"
    return (
        f"{since}; by STRAW+10 this matches {_in_sentence(stage)}. "
        "The twelve months after that period were the first year of postmenopause."
    )


def _transition_words(evidence: StageEvidence, stage: Stage) -> str:
    late = stage is Stage.LATE_TRANSITION
    kind = CriterionKind.SIXTY_DAY_GAP if late else CriterionKind.SEVEN_DAY_DIFFERENCE
    (found,) = (item for item in evidence.criteria if item.kind is kind)
    count = len(found.spans)
    if late:
        what = f"{_number(count)} {'gap' if count == 1 else 'gaps'} of {LONG_GAP_DAYS} days or more"
    else:
        what = f"{_number(count)} cycles that differ by {DIFFERENCE_DAYS} days or more"
    since = found.spans[0].start
    return (
        f"{what} since {MONTH_WORDS[since.month - 1]} {since.year}; "
        f"by STRAW+10 this matches the {_in_sentence(stage)}."
    )


def _silence_words(evidence: StageEvidence) -> str:
    reasons = {item.because for item in evidence.criteria}
    if Unreadable.CONTEXT in reasons:
        lasting = any(context.kind in LASTING_KINDS for context in evidence.contexts)
        when = "from bleeding" if lasting else "for now"
        return f"No stage can be read {when}, because {_contexts(evidence.contexts)}."
    for because in (Unreadable.SITUATION, Unreadable.AGE_UNKNOWN, Unreadable.NO_BLEEDING):
        if because in reasons:
            return f"No stage can be read from your bleeding, because {UNREADABLE_WORDS[because]}."
    if any(item.finding is Finding.MET for item in evidence.criteria):
        return f"Before {STAGED_FROM_AGE} this journal reads no stage from bleeding."
    return f"No stage can be read yet, because {UNREADABLE_WORDS[Unreadable.TOO_FEW_CYCLES]}."


def criterion_words(criterion: Criterion, evidence: StageEvidence) -> str:
    """Say what was found: "Met", "Not met", or "Not knowable, because …"."""
    if _too_early(criterion, evidence):
        return f"Met, but before {STAGED_FROM_AGE}, where this journal reads no stage from it."
    if criterion.because is None:
        return f"{FINDING_WORDS[criterion.finding]}."
    because = UNREADABLE_WORDS[criterion.because]
    if criterion.because is Unreadable.CONTEXT and evidence.contexts:
        because = _contexts(evidence.contexts)
    return f"Not knowable, because {because}."


def _too_early(criterion: Criterion, evidence: StageEvidence) -> bool:
    twelve = criterion.kind is CriterionKind.TWELVE_MONTHS
    return twelve and criterion.finding is Finding.MET and evidence.fmp is None


def span_lines(criterion: Criterion) -> tuple[str, ...]:
    """Write the dates a criterion rests on, a line each: "3 March to 10 May 2026, 68 days"."""
    if criterion.lengths_days:
        return tuple(
            f"{_from_to(span)}: {counted(length, 'day')}, after one of {before}"
            for span, (before, length) in zip(criterion.spans, criterion.lengths_days, strict=True)
        )
    return tuple(
        f"since {date_words(span.start)}, {counted(_days(criterion, span), 'day')} so far"
        if _is_open(criterion, span)
        else f"{_from_to(span)}, {counted(_days(criterion, span), 'day')}"
        for span in criterion.spans
    )


def remark_words(evidence: StageEvidence) -> tuple[str, ...]:
    """Say the remarks that `evidence_words` has not said yet."""
    return tuple(
        REMARK_WORDS[remark] for remark in evidence.remarks if remark is not Remark.REPRODUCTIVE
    )


def caution_words(caution: Caution, evidence: StageEvidence) -> str:
    """Say kindly what a doctor should hear of."""
    match caution:
        case Caution.BLEEDING_AFTER_TWELVE_MONTHS:
            return _bleeding_words(evidence)
        case Caution.GAPS_BEFORE_40:
            return (
                "If no period came in them, long gaps between periods before 40 have many possible "
                "reasons. A doctor can find out which; please mention them at your next visit."
            )
        case Caution.STOPPED_BEFORE_40:
            return (
                "Periods that stop before 40 are worth a visit to a doctor, if you have not been "
                "seen about it: there are good tests and good care for it."
            )
        case Caution.STOPPED_BEFORE_45:
            return (
                "Periods that stop before 45 are earlier than for most. Please mention it to a "
                "doctor, if you have not already."
            )


def _bleeding_words(evidence: StageEvidence) -> str:
    when = f" on {date_words(evidence.last_bleed)}" if evidence.last_bleed else ""
    (twelve,) = (item for item in evidence.criteria if item.kind is CriterionKind.TWELVE_MONTHS)
    after = (
        "more than a year after the last period before it"
        if twelve.spans
        else "and you have declared a stage that begins a year or more after the last period"
    )
    return (
        f"There was bleeding{when}, {after}. Often the reason is harmless, but please have it "
        "looked at by a doctor. If periods in between are only missing from this journal, note "
        "that time as not recorded, and the count is made anew."
    )


def _contexts(contexts: tuple[Context, ...]) -> str:
    named = list(dict.fromkeys(CONTEXT_WORDS[context.kind] for context in contexts))
    words = listed([f"{name[0].lower()}{name[1:]}" for name in named])
    if all(context.kind in UNRELIABLE_KINDS for context in contexts):
        return f"the bleeding criteria are unreliable with what you noted: {words}"
    return f"bleeding says little of stages with what you noted: {words}"


def _is_open(criterion: Criterion, span: DateRange) -> bool:
    return criterion.open and span == criterion.spans[-1]


def _days(criterion: Criterion, span: DateRange) -> int:
    """Count as the criterion does: an open span ends with the day after today."""
    return len(span) - _is_open(criterion, span)


def _from_to(span: DateRange) -> str:
    """Write an onset and the next one: "3 March to 10 May 2026"."""
    first, last = date_words(span.start), date_words(span.end)
    if span.start.year == span.end.year:
        first = first.rpartition(" ")[0]
    return f"{first} to {last}"


def _in_sentence(stage: Stage) -> str:
    return STAGE_WORDS[stage][0].lower() + STAGE_WORDS[stage][1:]


def _number(count: int) -> str:
    words = ("One", "Two", "Three", "Four", "Five", "Six")
    return words[count - 1] if count <= len(words) else str(count)
