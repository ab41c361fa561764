from datetime import date, timedelta

import pytest

from journal.cycle.calendar_months import months_after
from journal.cycle.stage_evidence import (
    Caution,
    CriterionKind,
    Finding,
    Remark,
    StageEvidence,
    Unreadable,
)
from journal.domain.contexts import Context, ContextKind
from journal.domain.owner_settings import Situation
from journal.domain.ranges import DateRange
from journal.domain.stages import Stage
from tests.stage_builders import TODAY, ago, criterion_of, evidence_for, onsets_of

REGULAR = [28, 29, 28, 27]
VARIABLE = [28, 36, 28, 28, 37, 28]


def findings(evidence: StageEvidence) -> list[Finding]:
    return [item.finding for item in evidence.criteria]


def reasons(evidence: StageEvidence) -> set[Unreadable | None]:
    return {item.because for item in evidence.criteria}


def test_every_criterion_is_always_laid_out() -> None:
    for evidence in (evidence_for([], None), evidence_for(REGULAR, 5), evidence_for([70], 400)):
        assert list(CriterionKind) == [item.kind for item in evidence.criteria]


def test_regular_cycles_from_forty_on_are_reproductive_years_undivided() -> None:
    found = evidence_for(REGULAR, 12, age=40)
    assert (found.stage, found.since) == (Stage.LATE_REPRODUCTIVE, None)
    assert found.remarks == (Remark.REPRODUCTIVE,)


@pytest.mark.parametrize("age", [39, 25, None])
def test_regular_cycles_before_forty_or_at_an_unknown_age_have_no_stage(age: int | None) -> None:
    found = evidence_for(REGULAR, 12, age=age)
    assert (found.stage, found.remarks) == (None, (Remark.REPRODUCTIVE,))
    assert findings(found) == [Finding.NOT_MET] * 3


def test_too_few_cycles_are_no_reproductive_pattern() -> None:
    found = evidence_for([28, 29], 12)
    assert (found.stage, found.remarks) == (None, ())


def test_recurring_differences_match_the_early_transition() -> None:
    found = evidence_for(VARIABLE, 5)
    assert Stage.EARLY_TRANSITION is found.stage
    assert onsets_of(VARIABLE, 5)[5] == found.since


def test_recurring_differences_before_forty_are_variable_cycles_only() -> None:
    found = evidence_for(VARIABLE, 5, age=39)
    assert (found.stage, found.remarks) == (None, (Remark.VARIABLE_CYCLES,))
    assert found.cautions == ()


def test_a_gap_of_sixty_days_matches_the_late_transition_on_its_sixtieth_day() -> None:
    found = evidence_for(VARIABLE, 60)
    assert (found.stage, found.since) == (Stage.LATE_TRANSITION, TODAY)


def test_a_gap_before_forty_is_no_stage_and_goes_to_a_doctor() -> None:
    found = evidence_for([28, 90, 28], 4, age=39)
    assert (found.stage, found.cautions) == (None, (Caution.GAPS_BEFORE_40,))


def test_an_unknown_age_shows_the_gaps_and_leaves_them_undecided() -> None:
    found = evidence_for([28, 90, 28], 4, age=None)
    gap = criterion_of(found, CriterionKind.SIXTY_DAY_GAP)
    assert (gap.finding, gap.because) == (Finding.NOT_KNOWABLE, Unreadable.AGE_UNKNOWN)
    assert (DateRange(ago(122), ago(32)),) == gap.spans
    assert (found.stage, found.since, found.cautions) == (None, None, ())


def test_a_birth_year_in_the_future_is_an_unknown_age() -> None:
    assert evidence_for(VARIABLE, 400, age=-3) == evidence_for(VARIABLE, 400, age=None)


@pytest.mark.parametrize(
    ("days", "stage"),
    [
        (364, Stage.LATE_TRANSITION),
        (365, Stage.EARLY_POSTMENOPAUSE_B),
        (729, Stage.EARLY_POSTMENOPAUSE_B),
        (731, Stage.EARLY_POSTMENOPAUSE_C),
        (6 * 365, Stage.EARLY_POSTMENOPAUSE_C),
        (6 * 365 + 2, Stage.LATE_POSTMENOPAUSE),
        (20 * 365, Stage.LATE_POSTMENOPAUSE),
    ],
)
def test_the_time_after_the_last_period_is_divided_at_one_two_and_six_years(
    days: int, stage: Stage
) -> None:
    assert stage is evidence_for(REGULAR, days, age=70).stage


@pytest.mark.parametrize(("days", "months"), [(800, 24), (3000, 72)])
def test_each_stage_after_it_begins_on_a_date_of_its_own(days: int, months: int) -> None:
    assert months_after(ago(days), months) == evidence_for(REGULAR, days, age=70).since
    assert ago(400) + timedelta(days=365) == evidence_for(REGULAR, 400).since


def test_the_last_period_is_known_once_a_year_has_passed() -> None:
    assert ago(400) == evidence_for(REGULAR, 400).fmp
    assert evidence_for(REGULAR, 364).fmp is None


@pytest.mark.parametrize(
    ("age", "caution"),
    [
        (39, Caution.STOPPED_BEFORE_40),
        (41, Caution.STOPPED_BEFORE_45),
        (45, Caution.STOPPED_BEFORE_45),
        (46, None),
    ],
)
def test_periods_that_stopped_early_go_to_a_doctor(age: int, caution: Caution | None) -> None:
    """Her age at the last period counts, which lies in the year before `TODAY`."""
    found = evidence_for(REGULAR, 365, age=age)
    assert ((caution,) if caution else ()) == found.cautions
    assert (found.stage is None) == (age < 40)


def test_a_woman_whose_periods_stopped_long_before_forty_is_told_so_later_too() -> None:
    found = evidence_for(REGULAR, 10 * 366, age=46)
    assert Stage.LATE_POSTMENOPAUSE is found.stage
    assert found.cautions == (Caution.STOPPED_BEFORE_40,)


def test_bleeding_after_twelve_months_is_named_and_starts_no_new_count() -> None:
    found = evidence_for([28, 500, 28], 10, age=55)
    assert (ago(538), Stage.EARLY_POSTMENOPAUSE_B) == (found.fmp, found.stage)
    assert found.cautions == (Caution.BLEEDING_AFTER_TWELVE_MONTHS,)
    assert ago(10) == found.last_bleed


def test_bleeding_after_twelve_months_never_leads_back_to_the_transition() -> None:
    found = evidence_for([28, 400, 90, 28, 70], 100, age=55)
    assert Stage.EARLY_POSTMENOPAUSE_B is found.stage
    assert Caution.BLEEDING_AFTER_TWELVE_MONTHS in found.cautions


def test_spotting_after_twelve_months_goes_to_a_doctor_too() -> None:
    found = evidence_for(REGULAR, 500, spotting=[ago(3)])
    assert found.cautions == (Caution.BLEEDING_AFTER_TWELVE_MONTHS,)
    assert ago(3) == found.last_bleed


def test_spotting_within_the_twelve_months_is_nothing_to_tell() -> None:
    found = evidence_for(REGULAR, 500, spotting=[ago(300)])
    assert (found.cautions, found.last_bleed) == ((), ago(500))


def test_a_year_without_bleeding_before_forty_is_a_gap_once_it_is_over() -> None:
    found = evidence_for([500, *REGULAR], 10, age=45)
    assert evidence_for([500, *REGULAR], 10, age=39).cautions == (Caution.GAPS_BEFORE_40,)
    assert Caution.BLEEDING_AFTER_TWELVE_MONTHS in found.cautions
    long_ago = evidence_for([500, *[28] * 80], 10, age=45)
    assert (long_ago.stage, long_ago.cautions) == (Stage.LATE_REPRODUCTIVE, ())


def test_bleeding_after_a_declared_postmenopause_goes_to_a_doctor() -> None:
    found = evidence_for([], 20, age=60, declared=Stage.LATE_POSTMENOPAUSE)
    assert found.cautions == (Caution.BLEEDING_AFTER_TWELVE_MONTHS,)
    assert evidence_for([], 20, declared=Stage.EARLY_POSTMENOPAUSE_A).cautions == ()
    assert evidence_for([], 20, declared=None).cautions == ()


@pytest.mark.parametrize(
    ("declared", "remarked"),
    [
        (Stage.LATE_TRANSITION, True),
        (Stage.EARLY_TRANSITION, False),
        (Stage.LATE_REPRODUCTIVE_A, False),
        (None, False),
    ],
)
def test_evidence_never_takes_back_what_she_declared(
    declared: Stage | None, *, remarked: bool
) -> None:
    found = evidence_for(VARIABLE, 5, declared=declared)
    assert Stage.EARLY_TRANSITION is found.stage
    assert remarked is (Remark.EARLIER_THAN_DECLARED in found.remarks)


@pytest.mark.parametrize(
    "kind",
    [
        ContextKind.HORMONAL_CONTRACEPTION,
        ContextKind.HORMONE_THERAPY,
        ContextKind.PREGNANCY,
        ContextKind.BREASTFEEDING,
        ContextKind.HYSTERECTOMY_OVARIES_KEPT,
        ContextKind.HYSTERECTOMY_OVARIES_REMOVED,
        ContextKind.OVARIES_REMOVED,
        ContextKind.ABLATION,
        ContextKind.CHEMOTHERAPY,
        ContextKind.MEDICAL_MENOPAUSE,
        ContextKind.PCOS,
        ContextKind.HYPOTHALAMIC_AMENORRHOEA,
        ContextKind.NOT_RECORDED,
    ],
)
def test_under_such_a_context_nothing_can_be_known(kind: ContextKind) -> None:
    context = Context(kind, ago(100))
    found = evidence_for(VARIABLE, 120, contexts=[context])
    assert (None, (context,)) == (found.stage, found.contexts)
    assert findings(found) == [Finding.NOT_KNOWABLE] * 3
    assert {Unreadable.CONTEXT} == reasons(found)


@pytest.mark.parametrize("kind", [ContextKind.TIME_APART, ContextKind.EVENT])
def test_what_has_nothing_to_do_with_bleeding_hides_nothing(kind: ContextKind) -> None:
    context = Context(kind, ago(100), name="A new job")
    assert evidence_for(VARIABLE, 5) == evidence_for(VARIABLE, 5, contexts=[context])


@pytest.mark.parametrize(
    "kind",
    [
        ContextKind.OVARIES_REMOVED,
        ContextKind.HYSTERECTOMY_OVARIES_REMOVED,
        ContextKind.MEDICAL_MENOPAUSE,
    ],
)
def test_a_surgical_or_medical_menopause_has_its_own_date_and_no_stage(kind: ContextKind) -> None:
    found = evidence_for(REGULAR, 300, contexts=[Context(kind, ago(290))])
    assert (None, ago(290)) == (found.stage, found.menopause_on)


def test_an_operation_that_leaves_the_ovaries_is_no_menopause() -> None:
    kept = Context(ContextKind.HYSTERECTOMY_OVARIES_KEPT, ago(290))
    assert evidence_for(REGULAR, 300, contexts=[kept]).menopause_on is None


def test_what_began_after_menopause_takes_nothing_back() -> None:
    hormones = Context(ContextKind.HORMONE_THERAPY, ago(100))
    found = evidence_for(REGULAR, 800, age=55, contexts=[hormones])
    assert (Stage.EARLY_POSTMENOPAUSE_C, (hormones,)) == (found.stage, found.contexts)
    assert findings(found) == [Finding.NOT_KNOWABLE, Finding.NOT_KNOWABLE, Finding.MET]


def test_hormones_begun_within_the_twelve_months_leave_menopause_unknown() -> None:
    hormones = Context(ContextKind.HORMONE_THERAPY, ago(600))
    found = evidence_for(REGULAR, 800, age=55, contexts=[hormones])
    assert (found.stage, found.fmp) == (None, None)


def test_bleeding_under_hormones_after_menopause_is_not_read() -> None:
    hormones = Context(ContextKind.HORMONE_THERAPY, ago(100))
    found = evidence_for(REGULAR, 800, age=55, contexts=[hormones], spotting=[ago(20)])
    assert found.cautions == ()


def test_a_past_context_neither_meets_nor_breaks_a_criterion() -> None:
    pill = Context(ContextKind.HORMONAL_CONTRACEPTION, ago(500), ago(100))
    assert Finding.NOT_MET is findings(evidence_for([450, *REGULAR], 5, contexts=[pill]))[1]
    later = evidence_for([28, 36, 28, 450, 29, 37, 28], 5, contexts=[pill])
    assert Stage.EARLY_TRANSITION is later.stage


def test_no_bleed_since_a_context_ended_cannot_tell() -> None:
    pill = Context(ContextKind.HORMONAL_CONTRACEPTION, ago(1200), ago(800))
    found = evidence_for(REGULAR, 1250, age=52, contexts=[pill])
    assert (found.stage, found.fmp) == (None, None)
    assert criterion_of(found, CriterionKind.TWELVE_MONTHS).because is Unreadable.NO_BLEEDING


def test_the_six_weeks_after_a_birth_are_named_by_the_pregnancy() -> None:
    pregnancy = Context(ContextKind.PREGNANCY, ago(300), ago(41))
    assert (pregnancy,) == evidence_for(REGULAR, 310, contexts=[pregnancy]).contexts


def test_who_uses_hormones_or_cannot_tell_is_not_staged() -> None:
    found = evidence_for(VARIABLE, 400, situation=Situation.HORMONES)
    assert (None, {Unreadable.SITUATION}) == (found.stage, reasons(found))


@pytest.mark.parametrize(
    "situation", [None, Situation.AS_USUAL, Situation.STOPPED, Situation.JUST_WRITE]
)
def test_without_any_bleeding_nothing_can_be_known(situation: Situation | None) -> None:
    found = evidence_for([], None, situation=situation)
    assert (None, {Unreadable.NO_BLEEDING}) == (found.stage, reasons(found))
    assert found.last_bleed is None


def test_what_lies_after_today_does_not_count() -> None:
    day = ago(150)
    found = evidence_for(VARIABLE, 40, today=day)
    assert found.last_bleed is not None
    assert found.last_bleed <= day
    assert all(span.start <= day for item in found.criteria for span in item.spans)


def test_leap_days_do_not_shorten_the_twelve_months() -> None:
    assert date(2024, 2, 29) == evidence_for([28], (TODAY - date(2024, 2, 29)).days).fmp


@pytest.mark.parametrize(("lengths", "since"), [([28, 28, 90, 28], 4), ([30, 45, 38], 60)])
def test_beside_a_long_gap_no_cycle_is_called_merely_unusual(
    lengths: list[int], since: int
) -> None:
    for age in (33, 49, None):
        assert evidence_for(lengths, since, age=age).remarks == ()
